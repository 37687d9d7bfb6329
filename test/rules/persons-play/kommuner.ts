/** Kommuner that the persons live in, by the name they have in the files (SCB's codes). */
const CODES: { readonly [name: string]: string } = {
  Stockholm: '0180',
  Södertälje: '0181',
  Uppsala: '0380',
  Eskilstuna: '0484',
  Norrköping: '0581',
  Malmö: '1280',
  Göteborg: '1480',
  Borlänge: '2081',
  Sundsvall: '2281',
};

/** The code of a kommun that is written by name; throws for a name that is not in the list above. */
export function kommunCode(name: string): string {
  const code = CODES[name];
  if (code === undefined)
    throw new Error(`no kommun is called ${name} here: known are ${Object.keys(CODES).join(', ')}`);
  return code;
}
