/**
 * What may stand in the fields that people and programs name, the same for the API, the command line,
 * lists and the configuration. Lengths are in UTF-16 units.
 */

export const longestCampaign = 64;
export const longestReference = 256;
/** Why an operator did something, in words. */
export const longestReason = 1_000;
export const longestLanguage = 35;

/** A campaign's name: anything but `*`, which means all of them. To be held to its length as well. */
export const campaignName = /^(?!\*$)/;
/** A language code such as `fr` or `pt-BR` (RFC 5646, as far as it is written so). */
export const languageCode = /^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/;
