/**
 * What every item and every finding needs at least one of: a character that begins a bullet, a heading, a table, a box,
 * a bold label or a comment; a label's colon; a digit, without which there is no date; or any character beyond ASCII,
 * which may be a sign, a label or mojibake.
 */
const PROMISING = /[^\n\r\t -~]|[\d:|#*_[<]|^[ \t>]*[-+=~]/mu;

/**
 * Whether a text may hold items or give findings. Where it says no, reading finds neither: so what is only prose costs a
 * look at its characters and is never parsed. Where it says yes, only reading can tell.
 */
export const mayHoldItems = (text: string): boolean => PROMISING.test(text);
