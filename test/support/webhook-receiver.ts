/** An application that is told by webhooks: a real HTTP server on loopback, and all that it was handed. */
import { type IncomingMessage, Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { onTestFinished } from 'vitest';

export interface Told {
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  readonly path: string;
  readonly type: string;
  // biome-ignore lint/suspicious/noExplicitAny: tests look into objects of every shape
  readonly data: any;
  readonly request: IncomingMessage;
}

export interface Receiver {
  readonly url: string;
  /** All requests whose body came whole, in order. */
  readonly told: readonly Told[];
  /** How the next ones are answered. */
  answer: (told: Told, response: ServerResponse) => void;
  /** As `message.status sending`: type, and the status or kind where it has one. */
  readonly log: readonly string[];
}

export interface ReceiverOptions {
  readonly server?: Server;
  readonly scheme?: 'http' | 'https';
  /** Of the test's own, where several run side by side. */
  readonly atEnd?: (end: () => void) => void;
}

/** Answers 204 unless told otherwise. */
export async function openReceiver({
  server = new Server(),
  scheme = 'http',
  atEnd = onTestFinished,
}: ReceiverOptions = {}): Promise<Receiver> {
  const told: Told[] = [];
  const receiver: Receiver = {
    get url() {
      return `${scheme}://127.0.0.1:${(server.address() as AddressInfo).port}/sms`;
    },
    told,
    answer: (_told, response) => answerWith(204)(_told, response),
    get log() {
      return told.map(({ type, data }) => [type, data.status ?? data.kind ?? data.text].join(' '));
    },
  };
  server.on('request', (request: IncomingMessage, response: ServerResponse) => {
    let body = '';
    request.setEncoding('utf8').on('data', (chunk: string) => {
      body += chunk;
    });
    request.on('end', () => {
      const { type, data } = JSON.parse(body);
      const headers = request.headers as Record<string, string>;
      const one = { headers, body, type, data, path: request.url ?? '', request };
      told.push(one);
      receiver.answer(one, response);
    });
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  atEnd(() => {
    server.closeAllConnections();
    server.close();
  });
  return receiver;
}

export function answerWith(
  status: number,
  headers: Record<string, string> = {},
): Receiver['answer'] {
  return (_told, response) => {
    response.writeHead(status, headers).end();
  };
}

/** Takes the request and never answers. */
export const neverAnswer: Receiver['answer'] = () => {};
