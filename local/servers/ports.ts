import net from 'node:net';

/** True when nobody listens on the port, on any of the machine's addresses. */
export async function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const probe = net.createServer();
    probe.once('error', () => resolve(false));
    probe.listen(port, () => probe.close(() => resolve(true)));
  });
}

/** Below the range of ephemeral ports, so that no outgoing connection uses one of these by chance. */
const LOWEST = 15_000;
const HIGHEST = 32_000;

/** `count` ports in a row that are free now. Another process may take one before it is used. */
export async function freePorts(count: number): Promise<readonly number[]> {
  for (;;) {
    const first = LOWEST + Math.floor(Math.random() * (HIGHEST - LOWEST - count));
    const ports = Array.from({ length: count }, (_, offset) => first + offset);
    if ((await Promise.all(ports.map(isFree))).every(Boolean)) return ports;
  }
}
