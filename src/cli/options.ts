/** Options that several commands share, and what may be given to them. */
import { InvalidArgumentError, Option } from 'commander';
import { everything } from '../domain/consent.js';
import {
  campaignName,
  languageCode,
  longestCampaign,
  longestLanguage,
  longestReason,
  longestReference,
} from '../domain/limits.js';

export function wholeNumber(min: number, max: number): (text: string) => number {
  return (text) => {
    const value = Number(text);
    if (!/^\d+$/.test(text) || value < min || value > max) {
      throw new InvalidArgumentError(`it must be a whole number from ${min} to ${max}.`);
    }
    return value;
  };
}

export function limitOption(): Option {
  return new Option('--limit <n>', 'how many to show').argParser(wholeNumber(1, 1000)).default(50);
}

/** `what` completes "it must be". */
function checked(what: string, isRight: (text: string) => boolean): (text: string) => string {
  return (text) => {
    if (!isRight(text)) throw new InvalidArgumentError(`it must be ${what}.`);
    return text;
  };
}

const isCampaign = (text: string) =>
  text !== '' && text.length <= longestCampaign && campaignName.test(text);

export const asCampaign = checked(
  `a campaign of 1 to ${longestCampaign} characters; * is none, it means all of them`,
  isCampaign,
);

export const asScope = checked(
  `* for everything, or a campaign of 1 to ${longestCampaign} characters`,
  (text) => text === everything || isCampaign(text),
);

export const asReason = checked(
  `a sentence of up to ${longestReason} characters`,
  (text) => text.trim() !== '' && text.length <= longestReason,
);

export const asReference = checked(
  `up to ${longestReference} characters`,
  (text) => text.length <= longestReference,
);

export const asLanguage = checked(
  'a language code such as fr',
  (text) => text.length <= longestLanguage && languageCode.test(text),
);
