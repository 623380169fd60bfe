/**
 * Shift tables of the Indian scripts, 3GPP TS 23.038 §A.2.4 to §A.2.12 and §A.3.4 to §A.3.12.
 * Characters stand as escapes: most are combining marks, which no editor shows by themselves.
 * `\0` marks a code without a character.
 */

/** §A.3.4 */
const BENGALI =
  '\u0981\u0982\u0983\u0985\u0986\u0987\u0988\u0989\u098a\u098b\n\u098c\0\r\0\u098f' +
  '\u0990\0\0\u0993\u0994\u0995\u0996\u0997\u0998\u0999\u099a\u001b\u099b\u099c\u099d\u099e' +
  ' !\u099f\u09a0\u09a1\u09a2\u09a3\u09a4)(\u09a5\u09a6,\u09a7.\u09a8' +
  '0123456789:;\0\u09aa\u09ab?' +
  '\u09ac\u09ad\u09ae\u09af\u09b0\0\u09b2\0\0\0\u09b6\u09b7\u09b8\u09b9\u09bc\u09bd' +
  '\u09be\u09bf\u09c0\u09c1\u09c2\u09c3\u09c4\0\0\u09c7\u09c8\0\0\u09cb\u09cc\u09cd' +
  '\u09ceabcdefghijklmno' +
  'pqrstuvwxyz\u09d7\u09dc\u09dd\u09f0\u09f1';

/** §A.3.5 */
const GUJARATI =
  '\u0a81\u0a82\u0a83\u0a85\u0a86\u0a87\u0a88\u0a89\u0a8a\u0a8b\n\u0a8c\u0a8d\r\0\u0a8f' +
  '\u0a90\u0a91\0\u0a93\u0a94\u0a95\u0a96\u0a97\u0a98\u0a99\u0a9a\u001b\u0a9b\u0a9c\u0a9d\u0a9e' +
  ' !\u0a9f\u0aa0\u0aa1\u0aa2\u0aa3\u0aa4)(\u0aa5\u0aa6,\u0aa7.\u0aa8' +
  '0123456789:;\0\u0aaa\u0aab?' +
  '\u0aac\u0aad\u0aae\u0aaf\u0ab0\0\u0ab2\u0ab3\0\u0ab5\u0ab6\u0ab7\u0ab8\u0ab9\u0abc\u0abd' +
  '\u0abe\u0abf\u0ac0\u0ac1\u0ac2\u0ac3\u0ac4\u0ac5\0\u0ac7\u0ac8\u0ac9\0\u0acb\u0acc\u0acd' +
  '\u0ad0abcdefghijklmno' +
  'pqrstuvwxyz\u0ae0\u0ae1\u0ae2\u0ae3\u0af1';

/** §A.3.6 */
const HINDI =
  '\u0901\u0902\u0903\u0905\u0906\u0907\u0908\u0909\u090a\u090b\n\u090c\u090d\r\u090e\u090f' +
  '\u0910\u0911\u0912\u0913\u0914\u0915\u0916\u0917\u0918\u0919\u091a\u001b\u091b\u091c\u091d\u091e' +
  ' !\u091f\u0920\u0921\u0922\u0923\u0924)(\u0925\u0926,\u0927.\u0928' +
  '0123456789:;\u0929\u092a\u092b?' +
  '\u092c\u092d\u092e\u092f\u0930\u0931\u0932\u0933\u0934\u0935\u0936\u0937\u0938\u0939\u093c\u093d' +
  '\u093e\u093f\u0940\u0941\u0942\u0943\u0944\u0945\u0946\u0947\u0948\u0949\u094a\u094b\u094c\u094d' +
  '\u0950abcdefghijklmno' +
  'pqrstuvwxyz\u0972\u097b\u097c\u097e\u097f';

/** §A.3.7, which prints U+0CAA at 0x24 as well as at 0x3d and U+0CA1 nowhere: 0x24 is U+0CA1. */
const KANNADA =
  '\0\u0c82\u0c83\u0c85\u0c86\u0c87\u0c88\u0c89\u0c8a\u0c8b\n\u0c8c\0\r\u0c8e\u0c8f' +
  '\u0c90\0\u0c92\u0c93\u0c94\u0c95\u0c96\u0c97\u0c98\u0c99\u0c9a\u001b\u0c9b\u0c9c\u0c9d\u0c9e' +
  ' !\u0c9f\u0ca0\u0ca1\u0ca2\u0ca3\u0ca4)(\u0ca5\u0ca6,\u0ca7.\u0ca8' +
  '0123456789:;\0\u0caa\u0cab?' +
  '\u0cac\u0cad\u0cae\u0caf\u0cb0\u0cb1\u0cb2\u0cb3\0\u0cb5\u0cb6\u0cb7\u0cb8\u0cb9\u0cbc\u0cbd' +
  '\u0cbe\u0cbf\u0cc0\u0cc1\u0cc2\u0cc3\u0cc4\0\u0cc6\u0cc7\u0cc8\0\u0cca\u0ccb\u0ccc\u0ccd' +
  '\u0cd5abcdefghijklmno' +
  'pqrstuvwxyz\u0cd6\u0ce0\u0ce1\u0ce2\u0ce3';

/** §A.3.8 */
const MALAYALAM =
  '\0\u0d02\u0d03\u0d05\u0d06\u0d07\u0d08\u0d09\u0d0a\u0d0b\n\u0d0c\0\r\u0d0e\u0d0f' +
  '\u0d10\0\u0d12\u0d13\u0d14\u0d15\u0d16\u0d17\u0d18\u0d19\u0d1a\u001b\u0d1b\u0d1c\u0d1d\u0d1e' +
  ' !\u0d1f\u0d20\u0d21\u0d22\u0d23\u0d24)(\u0d25\u0d26,\u0d27.\u0d28' +
  '0123456789:;\0\u0d2a\u0d2b?' +
  '\u0d2c\u0d2d\u0d2e\u0d2f\u0d30\u0d31\u0d32\u0d33\u0d34\u0d35\u0d36\u0d37\u0d38\u0d39\0\u0d3d' +
  '\u0d3e\u0d3f\u0d40\u0d41\u0d42\u0d43\u0d44\0\u0d46\u0d47\u0d48\0\u0d4a\u0d4b\u0d4c\u0d4d' +
  '\u0d57abcdefghijklmno' +
  'pqrstuvwxyz\u0d60\u0d61\u0d62\u0d63\u0d79';

/** §A.3.9 */
const ORIYA =
  '\u0b01\u0b02\u0b03\u0b05\u0b06\u0b07\u0b08\u0b09\u0b0a\u0b0b\n\u0b0c\0\r\0\u0b0f' +
  '\u0b10\0\0\u0b13\u0b14\u0b15\u0b16\u0b17\u0b18\u0b19\u0b1a\u001b\u0b1b\u0b1c\u0b1d\u0b1e' +
  ' !\u0b1f\u0b20\u0b21\u0b22\u0b23\u0b24)(\u0b25\u0b26,\u0b27.\u0b28' +
  '0123456789:;\0\u0b2a\u0b2b?' +
  '\u0b2c\u0b2d\u0b2e\u0b2f\u0b30\0\u0b32\u0b33\0\u0b35\u0b36\u0b37\u0b38\u0b39\u0b3c\u0b3d' +
  '\u0b3e\u0b3f\u0b40\u0b41\u0b42\u0b43\u0b44\0\0\u0b47\u0b48\0\0\u0b4b\u0b4c\u0b4d' +
  '\u0b56abcdefghijklmno' +
  'pqrstuvwxyz\u0b57\u0b60\u0b61\u0b62\u0b63';

/** §A.3.10 */
const PUNJABI =
  '\u0a01\u0a02\u0a03\u0a05\u0a06\u0a07\u0a08\u0a09\u0a0a\0\n\0\0\r\0\u0a0f' +
  '\u0a10\0\0\u0a13\u0a14\u0a15\u0a16\u0a17\u0a18\u0a19\u0a1a\u001b\u0a1b\u0a1c\u0a1d\u0a1e' +
  ' !\u0a1f\u0a20\u0a21\u0a22\u0a23\u0a24)(\u0a25\u0a26,\u0a27.\u0a28' +
  '0123456789:;\0\u0a2a\u0a2b?' +
  '\u0a2c\u0a2d\u0a2e\u0a2f\u0a30\0\u0a32\u0a33\0\u0a35\u0a36\0\u0a38\u0a39\u0a3c\0' +
  '\u0a3e\u0a3f\u0a40\u0a41\u0a42\0\0\0\0\u0a47\u0a48\0\0\u0a4b\u0a4c\u0a4d' +
  '\u0a51abcdefghijklmno' +
  'pqrstuvwxyz\u0a70\u0a71\u0a72\u0a73\u0a74';

/** §A.3.11 */
const TAMIL =
  '\0\u0b82\u0b83\u0b85\u0b86\u0b87\u0b88\u0b89\u0b8a\0\n\0\0\r\u0b8e\u0b8f' +
  '\u0b90\0\u0b92\u0b93\u0b94\u0b95\0\0\0\u0b99\u0b9a\u001b\0\u0b9c\0\u0b9e' +
  ' !\u0b9f\0\0\0\u0ba3\u0ba4)(\0\0,\0.\u0ba8' +
  '0123456789:;\u0ba9\u0baa\0?' +
  '\0\0\u0bae\u0baf\u0bb0\u0bb1\u0bb2\u0bb3\u0bb4\u0bb5\u0bb6\u0bb7\u0bb8\u0bb9\0\0' +
  '\u0bbe\u0bbf\u0bc0\u0bc1\u0bc2\0\0\0\u0bc6\u0bc7\u0bc8\0\u0bca\u0bcb\u0bcc\u0bcd' +
  '\u0bd0abcdefghijklmno' +
  'pqrstuvwxyz\u0bd7\u0bf0\u0bf1\u0bf2\u0bf9';

/** §A.3.12 */
const TELUGU =
  '\u0c01\u0c02\u0c03\u0c05\u0c06\u0c07\u0c08\u0c09\u0c0a\u0c0b\n\u0c0c\0\r\u0c0e\u0c0f' +
  '\u0c10\0\u0c12\u0c13\u0c14\u0c15\u0c16\u0c17\u0c18\u0c19\u0c1a\u001b\u0c1b\u0c1c\u0c1d\u0c1e' +
  ' !\u0c1f\u0c20\u0c21\u0c22\u0c23\u0c24)(\u0c25\u0c26,\u0c27.\u0c28' +
  '0123456789:;\0\u0c2a\u0c2b?' +
  '\u0c2c\u0c2d\u0c2e\u0c2f\u0c30\u0c31\u0c32\u0c33\0\u0c35\u0c36\u0c37\u0c38\u0c39\0\u0c3d' +
  '\u0c3e\u0c3f\u0c40\u0c41\u0c42\u0c43\u0c44\0\u0c46\u0c47\u0c48\0\u0c4a\u0c4b\u0c4c\u0c4d' +
  '\u0c55abcdefghijklmno' +
  'pqrstuvwxyz\u0c56\u0c60\u0c61\u0c62\u0c63';

/** §A.3, by national language identifier: 128 characters, `\u001b` where the escape stands. */
export const INDIC_LOCKING: ReadonlyMap<number, string> = new Map([
  [4, BENGALI],
  [5, GUJARATI],
  [6, HINDI],
  [7, KANNADA],
  [8, MALAYALAM],
  [9, ORIYA],
  [10, PUNJABI],
  [11, TAMIL],
  [12, TELUGU],
]);

const DANDAS = '\u0964\u0965';

/** `count` consecutive digits from `zero` on. */
function digits(zero: number, count = 10): string {
  return Array.from({ length: count }, (_, value) => String.fromCharCode(zero + value)).join('');
}

/** Runs of characters from a code on, as each script adds them to what all of them share. */
type Runs = readonly (readonly [number, string])[];

const SHARED: Runs = [
  [0x00, '@\u00a3$\u00a5\u00bf"\u00a4%&\'\f*+'],
  [0x0e, '-/<=>\u00a1^\u00a1_#*'],
  [0x28, '{}'],
  [0x2f, '\\'],
  [0x3c, '[~]'],
  [0x40, '|ABCDEFGHIJKLMNOPQRSTUVWXYZ'],
  [0x65, '\u20ac'],
];

/** A single shift table of what all Indian scripts (and Urdu) share and the runs of one. */
export function indicSingleShift(own: Runs): ReadonlyMap<number, string> {
  const table = new Map<number, string>();
  for (const [first, characters] of [...SHARED, ...own]) {
    Array.from(characters).forEach((character, index) => {
      table.set(first + index, character);
    });
  }
  return table;
}

/** §A.2, by national language identifier. */
export const INDIC_SINGLE: ReadonlyMap<number, ReadonlyMap<number, string>> = new Map([
  // §A.2.4 Bengali
  [
    4,
    indicSingleShift([
      [0x19, digits(0x09e6, 2)],
      [0x1c, `${digits(0x09e8, 8)}\u09df\u09e0\u09e1\u09e2`],
      [0x2a, '\u09e3\u09f2\u09f3\u09f4\u09f5'],
      [0x30, '\u09f6\u09f7\u09f8\u09f9\u09fa'],
    ]),
  ],
  // §A.2.5 Gujarati
  [
    5,
    indicSingleShift([
      [0x19, DANDAS],
      [0x1c, digits(0x0ae6)],
    ]),
  ],
  // §A.2.6 Hindi
  [
    6,
    indicSingleShift([
      [0x19, DANDAS],
      [0x1c, `${digits(0x0966)}\u0951\u0952`],
      [0x2a, '\u0953\u0954\u0958\u0959\u095a'],
      [0x30, '\u095b\u095c\u095d\u095e\u095f\u0960\u0961\u0962\u0963\u0970\u0971'],
    ]),
  ],
  // §A.2.7 Kannada
  [
    7,
    indicSingleShift([
      [0x19, DANDAS],
      [0x1c, `${digits(0x0ce6)}\u0cde\u0cf1`],
      [0x2a, '\u0cf2'],
    ]),
  ],
  // §A.2.8 Malayalam
  [
    8,
    indicSingleShift([
      [0x19, DANDAS],
      [0x1c, `${digits(0x0d66)}\u0d70\u0d71`],
      [0x2a, '\u0d72\u0d73\u0d74\u0d75\u0d7a'],
      [0x30, '\u0d7b\u0d7c\u0d7d\u0d7e\u0d7f'],
    ]),
  ],
  // §A.2.9 Oriya
  [
    9,
    indicSingleShift([
      [0x19, DANDAS],
      [0x1c, `${digits(0x0b66)}\u0b5c\u0b5d`],
      [0x2a, '\u0b5f\u0b70\u0b71'],
    ]),
  ],
  // §A.2.10 Punjabi
  [
    10,
    indicSingleShift([
      [0x19, DANDAS],
      [0x1c, `${digits(0x0a66)}\u0a59\u0a5a`],
      [0x2a, '\u0a5b\u0a5c\u0a5e\u0a75'],
    ]),
  ],
  // §A.2.11 Tamil, which prints U+0BEF at 0x24 as well as at 0x25: 0x24 is U+0BEE.
  [
    11,
    indicSingleShift([
      [0x19, DANDAS],
      [0x1c, `${digits(0x0be6)}\u0bf3\u0bf4`],
      [0x2a, '\u0bf5\u0bf6\u0bf7\u0bf8\u0bfa'],
    ]),
  ],
  // §A.2.12 Telugu; not every edition has the euro sign of the others at 0x65.
  [
    12,
    indicSingleShift([
      [0x1c, `${digits(0x0c66)}\u0c58\u0c59`],
      [0x2a, '\u0c78\u0c79\u0c7a\u0c7b\u0c7c'],
      [0x30, '\u0c7d\u0c7e\u0c7f'],
    ]),
  ],
]);
