/**
 * English. Keywords: 47 CFR 64.1200(a)(10) (stop, quit, end, revoke, opt out, cancel, unsubscribe)
 * and those that Twilio, AWS, Telnyx, Plivo and Sinch document. Misspellings: from real replies
 * published with campaign tools, and single slips of a thumb that are no English word.
 */
import type { Lexicon } from './lexicon.js';

export const en: Lexicon = {
  language: 'en',
  stop: [
    ...['stop', 'quit', 'end', 'revoke', 'opt out', 'optout', 'cancel', 'unsubscribe'],
    ...['unsub', 'unsubscribed', 'remove', 'removed', 'delete', 'cease'],
    ...['opt', 'opt me out', 'opting out', 'opted out', 'stopautorenew', 'stop auto renew'],
  ],
  stopAll: ['stopall', 'stop all', 'stopal', 'stoppall'],
  stopMisspelt: [
    ...['stopp', 'sstop', 'sttop', 'stpo', 'sotp', 'tsop', 'stp', 'sto', 'stopo', 'stopl', 'stap'],
    ...['stopt', 'stol', 'stpp', 'stip', 'stpop', 'srop', 'syop', 'atop', 'dtop', 'wtop', 'xtop'],
    ...['etop', 'st0p', '5top', 'sto0', 'stopit', 'stahp'],
    ...['quitt', 'qiut', 'qit', 'qquit', 'wuit', 'wquit', 'endd', 'ened', 'edn'],
    ...['drremove', 'removeme', 'unsubs', 'unsup', 'un sub', 'opoit', 'output', 'oput', 'opt it'],
    ...['drop tout', 'opt ou', 'opt outt', 'opt our', 'opy out'],
  ],
  stopForgiving: ['unsubscribe', 'unsubscribed', 'cancel', 'remove', 'revoke', 'optout'],
  ordinary: [
    ...['cancer', 'cancels', 'chancel', 'remote', 'remover', 'removes', 'evoke', 'revokes'],
    ...['revote'],
  ],
  // YES alone is an answer to anything, and lifts no STOP.
  start: ['start', 'unstop', 'resume', 'subscribe', 'resubscribe', 'opt in', 'optin', 'opt me in'],
  help: ['help', 'info', '?'],
  politeness: [
    ...['please', 'pls', 'plz', 'plse', 'plss', 'pleas', 'plase', 'kindly'],
    ...['thanks', 'thank you', 'thankyou', 'thank u', 'thx', 'thnx', 'tnx', 'thks', 'tks', 'ty'],
    ...['thanks so much', 'thank you so much', 'thanks very much', 'thank you very much'],
    ...['no thanks', 'no thank you', 'many thanks', 'cheers', 'sorry', 'sir', 'madam', 'guys'],
    ...['hi', 'hello', 'hey', 'ok', 'okay', 'me', 'now', 'right now', 'asap', 'at once'],
    ...['immediately', 'again'],
  ],
  stopObjects: [
    ...['i', 'it', 'this', 'that', 'these', 'already', 'for good', 'forever', 'just', 'omg'],
    ...['ffs', 'damn', 'wtf', 'i said', 'i say', 'send'],
  ],
  all: ['all', 'al', 'everything'],
  connectors: ['2', 'to', 'and', 'n', 'or'],
  answers: {
    confirmation: (brand, ofAll) =>
      ofAll
        ? `${brand}: You are unsubscribed and will get no more messages. Reply START to resubscribe.`
        : `${brand}: You will get no more of these messages. Reply START to resubscribe, STOP ALL to end all.`,
    help: (brand, helpText) =>
      `${brand}: ${helpText === '' ? '' : `${helpText} `}Reply STOP to opt out.`,
  },
};
