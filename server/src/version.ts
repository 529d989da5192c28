export const SERVER_NAME = 'roadmap-language-server';
export const SERVER_VERSION = '0.1.0';
