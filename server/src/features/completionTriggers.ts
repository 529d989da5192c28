/** Characters behind which there is something to choose: a name, a label's value, and the space that people put there. */
export const COMPLETION_TRIGGERS = ['@', ':', ' '];
