/**
 * Every kind of problem that the API answers with, by its stable code: its status, its title, what it
 * means and an example of its detail. The OpenAPI document has them all.
 */

export const problemKinds = {
  invalid_request: {
    status: 400,
    title: 'The request is not valid',
    means:
      'the body, a header, the path or the query is not as described; `detail` names the place',
    detail: 'text: Too small: expected string to have >=1 characters',
  },
  unauthorized: {
    status: 401,
    title: 'A valid API key is needed',
    means: 'there is no key, or it is unknown or revoked',
    detail: 'send the header "Authorization: Bearer KEY"; "stopgate keys create" makes a key',
  },
  insufficient_scope: {
    status: 403,
    title: 'The key may not do this',
    means: 'the key is valid, but lacks the scope that this needs',
    detail: 'this needs a key with the scope "send"; "dashboard" has read',
  },
  recipient_suppressed: {
    status: 403,
    title: 'The recipient opted out',
    means:
      'nothing was queued: `number` opted out of `scope` (`*`: everything) on `since`. Do not try again',
    detail: '+447700900123 opted out of all messages on 2026-11-22T12:00:00.000Z',
  },
  not_found: {
    status: 404,
    title: 'Not found',
    means: 'there is nothing of this name or id',
    detail: 'there is no message "msg_019ab1f0c2d47e3f8a5b6c7d8e9f0a1b"',
  },
  method_not_allowed: {
    status: 405,
    title: 'The method is not allowed here',
    means: 'the path exists, but not with this method; `Allow` has those that it takes',
    detail: '/v1/messages takes GET, POST; see /openapi.json',
  },
  request_timeout: {
    status: 408,
    title: 'The request took too long',
    means: 'its headers or its body did not come in time; the connection is closed',
    detail: 'send the headers and the body without long pauses',
  },
  not_cancelable: {
    status: 409,
    title: 'It cannot be canceled',
    means: 'a part of it is with the modem already, or it came to an end',
    detail: 'the message is sent; only a queued one can be canceled',
  },
  already_decided: {
    status: 409,
    title: 'It was decided otherwise',
    means: 'somebody decided it otherwise before; the first decision stands',
    detail: '"ada" decided "ignore" before; use /v1/suppressions to change it',
  },
  too_large: {
    status: 413,
    title: 'The request is too large',
    means: 'the body has more bytes than this request may have; the connection is closed',
    detail: 'this request has at most 262144 bytes',
  },
  invalid_number: {
    status: 422,
    title: 'No possible phone number',
    means: 'it cannot be read as a phone number of any country',
    detail:
      '"0123" is no possible phone number; write it with + and the country code, or as it is dialled in GB',
  },
  idempotency_conflict: {
    status: 422,
    title: 'The Idempotency-Key was used for another request',
    means: 'this `Idempotency-Key` came with another body in the last 24 hours',
    detail: 'use a new key for a new message; the same key only for the same body',
  },
  too_many_attempts: {
    status: 429,
    title: 'Too many wrong keys',
    means: 'too many wrong keys came from this address; valid keys are served meanwhile',
    detail: 'wait 42 s; valid keys are served meanwhile',
  },
  too_many_requests: {
    status: 429,
    title: 'Too many requests',
    means: 'this key asked more often than `http.per_minute` of the configuration lets it',
    detail: 'this key may make 600 requests in a minute (http.per_minute): wait 42 s',
  },
  headers_too_large: {
    status: 431,
    title: 'The headers are too large',
    means: 'the headers have more bytes than a request may have; the connection is closed',
    detail: 'send fewer or shorter headers',
  },
  internal_error: {
    status: 500,
    title: 'Something went wrong here',
    means: 'a fault of stopgate; please report it',
    detail: 'the log of the daemon has the details',
  },
  ussd_refused: {
    status: 502,
    title: 'The code was refused',
    means: 'the modem or the network did not take the code',
    detail: 'the network does not support this code',
  },
  store_unavailable: {
    status: 503,
    title: 'The database cannot be used',
    means:
      'nothing was stored and nothing is sent; `reason` is `full`, `read-only`, `locked`, `damaged` or `unusable`, and `detail` names the file and the remedy',
    detail: 'nothing was stored and nothing is sent; try again later',
  },
  queue_full: {
    status: 503,
    title: 'The queue is full',
    means: 'more messages wait for a modem than could go out in weeks',
    detail: 'the queue is full: too many messages wait for a modem',
  },
  not_ready: {
    status: 503,
    title: 'No modem is ready',
    means: 'messages are taken and queued, but no modem can send now',
    detail: 'messages are queued; GET /v1/modems and "stopgate modems" say what each modem lacks',
  },
  modem_not_ready: {
    status: 503,
    title: 'The modem is not ready',
    means: 'this modem cannot be asked now',
    detail: 'the modem "main" is down: the port is gone',
  },
  ussd_no_answer: {
    status: 504,
    title: 'The network did not answer',
    means: 'the network said nothing within a minute',
    detail: 'the network said nothing',
  },
} as const;

export type ProblemCode = keyof typeof problemKinds;
