const DAY_MS = 24 * 3_600_000;

/** The next Wednesday, `YYYY-MM-DD`: a meeting day that lies ahead and is no weekend. */
export function nextWednesday(): string {
  for (let at = Date.now() + DAY_MS; ; at += DAY_MS) {
    if (new Date(at).getUTCDay() === 3) return new Date(at).toISOString().slice(0, 10);
  }
}
