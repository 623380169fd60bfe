/** A configuration in sentences: what the gateway will do by it. Shows no secret. */
import type { Config, ModemConfig, OptoutConfig } from '../config/config.js';
import { isLocal } from '../config/listen.js';
import { confirmationText } from '../optout/replies.js';
import { segments } from '../sms/index.js';
import { counted } from './quantities.js';

/** Lines of a subject and what holds for it. */
export function explain(config: Config): readonly string[] {
  const { gateway, modems, optout, retention } = config;
  const subjects: readonly (readonly [string, readonly string[]])[] = [
    ['modems', modems.map(ofModem)],
    ['numbers', [`without "+" are read as those of ${gateway.country}`]],
    ['opt-outs', ofOptOuts(optout)],
    ['sending', ofSending(config)],
    ['API', [ofApi(config)]],
    ['pages', [ofPages(config)]],
    ['webhooks', ofWebhooks(config)],
    [
      'texts',
      [
        `are erased after ${counted(retention.messageDays, 'day')}; opt-outs and the ledger are kept`,
      ],
    ],
    ['database', [`in ${gateway.dataDir}, of the gateway "${gateway.name}"`]],
  ];
  const width = Math.max(...subjects.map(([subject]) => subject.length));
  return subjects.flatMap(([subject, sentences]) =>
    sentences.map((sentence, at) => `  ${(at === 0 ? subject : '').padEnd(width)}  ${sentence}`),
  );
}

function ofModem(modem: ModemConfig): string {
  const { name, port, dialect, pin, perMinute, perHour, prefixes, campaigns } = modem;
  const limits = [
    ...(perMinute > 0 ? [`${perMinute} a minute`] : []),
    ...(perHour > 0 ? [`${perHour} an hour`] : []),
  ];
  const preferred = [
    ...(prefixes ? [`to numbers that begin with ${prefixes.join(', ')}`] : []),
    ...(campaigns ? [`of the campaigns ${campaigns.join(', ')}`] : []),
  ];
  return [
    `${name} on ${port}`,
    dialect === 'auto' ? 'of any maker' : `as ${dialect}`,
    pin === undefined ? 'no PIN' : 'PIN set',
    limits.length === 0 ? 'no limit of messages' : `at most ${limits.join(' and ')}`,
    ...(preferred.length === 0 ? [] : [`prefers messages ${preferred.join(' and ')}`]),
  ].join(', ');
}

const understood: Readonly<Record<OptoutConfig['match'], string>> = {
  keyword: 'keywords alone (STOP)',
  phrase: 'keywords and phrases (stop texting me)',
  intent: 'whatever asks for it (take me off your list)',
};

function ofOptOuts(optout: OptoutConfig): readonly string[] {
  const { brand, languages, match, scope, footer, keywords, transactionalPasses } = optout;
  const [language = 'en'] = languages;
  const names = new Intl.DisplayNames('en', { type: 'language' });
  const spoken = new Intl.ListFormat('en').format(languages.map((code) => names.of(code) ?? code));
  const ofAll = scope === 'all';
  const text = confirmationText({ brand, language, ofAll });
  const added = Object.values(keywords).flat();
  return [
    `${understood[match]}, in ${spoken}${added.length === 0 ? '' : `, and ${added.join(', ')}`}`,
    `end ${ofAll ? 'all messages' : 'the campaign of the last message'} to that number at once${transactionalPasses ? ', but not transactional ones: few laws allow that' : ''}`,
    `are confirmed once: "${text}" (${counted(segments(text).parts.length, 'part')})`,
    `${footer ? 'are offered at the end of marketing messages' : 'are not offered in messages: your texts have to say how'}`,
  ];
}

function ofSending({ send }: Config): readonly string[] {
  const { reports, retryUnconfirmed, transliterate, nationalTables } = send;
  return [
    reports ? 'delivery reports are asked for' : 'no delivery reports: nothing becomes "delivered"',
    retryUnconfirmed
      ? 'a part that the modem never answered for is sent again, and may arrive twice'
      : 'a part that the modem never answered for becomes unconfirmed, and is not sent again',
    ...(transliterate ? ['typographic characters are replaced where that saves parts'] : []),
    ...(nationalTables ? ['national alphabets are used where that saves parts'] : []),
  ];
}

function ofApi({ http: { listen, perMinute } }: Config): string {
  const limit = perMinute > 0 ? `${perMinute} requests a minute and key` : 'no limit of requests';
  const address = listen.kind === 'unix' ? `unix:${listen.path}` : `${listen.host}:${listen.port}`;
  return `on ${address}, for ${isLocal(listen) ? 'programs on this machine' : 'whoever reaches this machine'}; ${limit}`;
}

function ofPages({ public: site }: Config): string {
  if (site === undefined) return 'none, so no opt-out links in messages';
  const { listen, baseUrl } = site;
  const address = listen.kind === 'unix' ? `unix:${listen.path}` : `${listen.host}:${listen.port}`;
  return `on ${address}, which recipients open as ${baseUrl}`;
}

function ofWebhooks({ webhooks }: Config): readonly string[] {
  if (webhooks.length === 0) return ['none'];
  return webhooks.map(({ url, events }) => `${new URL(url).host} is told of ${events.join(', ')}`);
}
