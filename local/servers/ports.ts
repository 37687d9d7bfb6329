import net from 'node:net';

/** True when nobody listens on the port, on any of the machine's addresses. */
export async function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const probe = net.createServer();
    probe.once('error', () => resolve(false));
    probe.listen(port, () => probe.close(() => resolve(true)));
  });
}

/** Below the range from which the system gives connections their own ends: nobody takes one of these by chance. */
const LOWEST = 15_000;
const HIGHEST = 32_000;

/** So many ports in a row that are free now. Somebody else may take one before it is used. */
export async function freePorts(count: number): Promise<readonly number[]> {
  for (;;) {
    const first = LOWEST + Math.floor(Math.random() * (HIGHEST - LOWEST - count));
    const ports = Array.from({ length: count }, (_, offset) => first + offset);
    if ((await Promise.all(ports.map(isFree))).every(Boolean)) return ports;
  }
}
