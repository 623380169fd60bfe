/**
 * TP-ST, the status of a STATUS-REPORT, 3GPP TS 23.040 §9.2.3.15, in the words of a message.
 */

export type DeliveryState = 'delivered' | 'pending' | 'failed';

/**
 * What a TP-ST octet says about the message: the transaction is completed (`delivered`, also where
 * the service centre forwarded it but cannot confirm), the service centre keeps trying
 * (`pending`), or it has given up (`failed`). Reserved values are read as "service rejected",
 * as §9.2.3.15 demands.
 */
export function deliveryState(status: number): DeliveryState {
  // In both groups the upper 16 values are the service centre's own.
  if (status <= 0x02 || (status >= 0x10 && status <= 0x1f)) return 'delivered';
  if ((status >= 0x20 && status <= 0x25) || (status >= 0x30 && status <= 0x3f)) return 'pending';
  return 'failed';
}
