/** Control characters but line end and tab: in a text that somebody wrote they could steer the terminal. */
const CONTROL = /(?![\n\t])\p{Cc}/gu;

/** A text that changes nothing on a terminal but what it shows. */
export function printable(text: string): string {
  return text.replaceAll(CONTROL, '\uFFFD');
}
