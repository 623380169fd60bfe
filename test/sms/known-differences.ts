/**
 * Vectors of other projects that this codec does not follow, by their id, each with the clause that
 * shows the vector wrong. A test holds that each of them still differs, so that the list cannot rot.
 */

const SHIFT_ELEMENTS =
  'the shift elements are 0x24 and 0x25, not 24 and 25 in decimal (3GPP TS 23.040 §9.2.3.24)';

export const KNOWN_DIFFERENCES: Readonly<Record<string, string>> = {
  'warthog-single_segment_with_urdu': SHIFT_ELEMENTS,
  'warthog-single_segment_with_locking_urdu': SHIFT_ELEMENTS,
  'warthog-single_segment_with_shift_urdu': SHIFT_ELEMENTS,
  'warthog-single_segment_discovered_urdu': SHIFT_ELEMENTS,
  'warthog-two_segment_7bit_with_template':
    'bit 5 of a TP-DCS of 0x34 calls the data compressed, which it is not (3GPP TS 23.038 §4)',
  'xlab-smsSubmitGsm7_EnhancedTpVp2':
    'seven spare bits are zero; a carriage return fills them in USSD only (3GPP TS 23.038 §6.1.2.3.1)',
  'nodepdu-create-2':
    'a part with a 16-bit reference holds 152 septets, not 133 (3GPP TS 23.040 §9.2.3.24.8)',
};
