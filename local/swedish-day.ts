const DAY = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Stockholm' });

/** The day in Sweden at a moment, `YYYY-MM-DD`. */
export function swedishDay(moment: Date): string {
  return DAY.format(moment);
}
