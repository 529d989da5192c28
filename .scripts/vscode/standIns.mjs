// @ts-check
import fs from 'node:fs/promises';
import path from 'node:path';

/**
 * What VS Code's server calls of @vscode/spdlog, the native module that writes its log files: without it, every
 * process prints an error, and the Output view stays empty.
 */
const SPDLOG = `
const fs = require('node:fs');
const path = require('node:path');

const names = ['trace', 'debug', 'info', 'warning', 'error', 'critical', 'off'];

class Logger {
  constructor(file) {
    this.file = file;
    this.level = 2;
    this.bare = false;
  }
  write(level, message) {
    if (level < this.level) return;
    const time = new Date().toISOString().replace('T', ' ').slice(0, -1);
    fs.appendFileSync(this.file, this.bare ? message : \`\${time} [\${names[level]}] \${message}\\n\`);
  }
  trace(message) { this.write(0, message); }
  debug(message) { this.write(1, message); }
  info(message) { this.write(2, message); }
  warn(message) { this.write(3, message); }
  error(message) { this.write(4, message); }
  critical(message) { this.write(5, message); }
  getLevel() { return this.level; }
  setLevel(level) { this.level = level; }
  setPattern() {}
  clearFormatters() { this.bare = true; }
  flush() {}
  drop() {}
}

exports.version = 0;
exports.Logger = Logger;
exports.setLevel = exports.setFlushOn = () => {};
exports.createRotatingLogger = exports.createAsyncRotatingLogger = async (name, file) => {
  fs.mkdirSync(path.dirname(file), { recursive: true });
  return new Logger(file);
};
`;

/**
 * What it calls of @vscode/native-watchdog, which ends an extension host whose server is gone: here both are one
 * process group and end together.
 */
const WATCHDOG = `
exports.start = () => {};
exports.exit = (code) => process.exit(code);
`;

/**
 * Replaces native modules that would have to be compiled, which takes tools that a bare machine doesn't have.
 * @param {string} vscode the folder of VS Code's server
 */
export async function writeStandIns(vscode) {
  const modules = path.join(vscode, 'node_modules/@vscode');
  await fs.writeFile(path.join(modules, 'spdlog/index.js'), SPDLOG);
  await fs.writeFile(path.join(modules, 'native-watchdog/index.js'), WATCHDOG);
}
