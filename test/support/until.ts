/** Waits until something holds, looking every 25 ms; fails the test with its name after `seconds`. */
export async function until(what: string, holds: () => Promise<boolean>, seconds = 20): Promise<void> {
  const deadline = Date.now() + seconds * 1000;
  while (!(await holds())) {
    if (Date.now() > deadline) throw new Error(`after ${seconds} s it is still not so that ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
}
