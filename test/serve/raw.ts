/** Requests byte by byte, which no HTTP client would send. */
import { connect, type Socket } from 'node:net';

/** What came back: all of it as text, and the first answer taken apart. */
export interface RawAnswer {
  all: string;
  status: number;
  headers: Readonly<Record<string, string>>;
  body: string;
}

/** Sends bytes to the server on a port, and returns what it answers until it closes the connection, or for `wait` ms. */
export function sendRaw(port: number, bytes: string | Buffer, wait = 2000): Promise<RawAnswer> {
  return new Promise((resolve) => {
    const pieces: Buffer[] = [];
    const socket = connect(port, '127.0.0.1');
    const finish = (): void => {
      clearTimeout(timer);
      socket.destroy();
      resolve(readAnswer(Buffer.concat(pieces).toString('latin1')));
    };
    const timer = setTimeout(finish, wait);
    socket.on('data', (piece) => pieces.push(piece));
    socket.on('error', finish);
    socket.on('close', finish);
    socket.write(typeof bytes === 'string' ? Buffer.from(bytes, 'latin1') : bytes);
  });
}

/** An open connection that has sent some bytes. */
export function openRaw(port: number, bytes: string): Promise<Socket> {
  return new Promise((resolve, reject) => {
    const socket = connect(port, '127.0.0.1', () => {
      socket.off('error', reject);
      socket.on('error', () => socket.destroy());
      socket.write(bytes, () => resolve(socket));
    });
    socket.on('error', reject);
  });
}

function readAnswer(all: string): RawAnswer {
  const end = all.indexOf('\r\n\r\n');
  const [first = '', ...lines] = all.slice(0, end === -1 ? undefined : end).split('\r\n');
  const headers = Object.fromEntries(
    lines.map((line) => {
      const [name = '', value = ''] = line.split(/: (.*)/s);
      return [name.toLowerCase(), value];
    }),
  );
  return { all, status: Number(first.split(' ')[1]), headers, body: end === -1 ? '' : all.slice(end + 4) };
}
