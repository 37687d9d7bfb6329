import net from 'node:net';

/** A line to a server that the test can make silent: connections stay, and nothing comes through any more. */
export type SilentLine = {
  readonly address: string;
  readonly goesSilent: () => void;
  readonly close: () => Promise<void>;
};

/** Opens a line to `address`, on a free port of this machine. */
export async function openLine(address: string): Promise<SilentLine> {
  const [host = '', port = '0'] = address.split(':');
  const ends = new Set<net.Socket>();
  let isSilent = false;

  function carry(from: net.Socket, to: net.Socket): void {
    ends.add(from);
    from.on('data', (bytes) => {
      if (!isSilent) to.write(bytes);
    });
    from.on('error', () => to.destroy());
    from.on('close', () => {
      ends.delete(from);
      to.destroy();
    });
  }

  const server = net.createServer((near) => {
    const far = net.connect(Number(port), host);
    carry(near, far);
    carry(far, near);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    address: `127.0.0.1:${(server.address() as net.AddressInfo).port}`,
    goesSilent: () => (isSilent = true),
    async close() {
      for (const end of ends) end.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
