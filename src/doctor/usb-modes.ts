/**
 * USB modems that show themselves as something else: a CD-ROM with the maker's Windows programs, or
 * a network card with a router behind it (HiLink), which takes no AT commands. One table, with its
 * sources; knows no file system.
 */

export type UsbMode = 'storage' | 'router';

interface KnownMode {
  readonly mode: UsbMode;
  readonly what: string;
}

const storage = (what: string): KnownMode => ({ mode: 'storage', what });
const router = (what: string): KnownMode => ({ mode: 'router', what });

/**
 * By `vendor:product`. Sources, by row: the files of these names in usb-modeswitch-data, and
 * (a) wiki.archlinux.org, "ZTE MF 823 (Megafon M100-3) 4G Modem";
 * (b) github.com/balena-os/balena-os issues 445 and 446;
 * (c) forum.openwrt.org/t/153556.
 */
const KNOWN: ReadonlyMap<string, KnownMode> = new Map([
  ['12d1:1446', storage('a Huawei E1550, E173 or the like')],
  ['12d1:1f01', storage('a Huawei E353, E3131, E3372 or the like')],
  ['12d1:157d', storage('a Huawei E3331, E3372 or the like')],
  ['12d1:14db', router('a Huawei stick with HiLink firmware')], // b
  ['12d1:14dc', router('a Huawei stick with HiLink firmware')], // b
  ['3566:2001', storage('a Huawei (Brovi) E3372-325')], // c
  ['19d2:2000', storage('a ZTE MF6xx or the like')],
  ['19d2:1225', storage('a ZTE MF823 or the like')], // a
  ['19d2:1403', router('a ZTE MF823 or the like')], // a
  ['19d2:1405', router('a ZTE MF823 or the like')], // a
]);

/** USB class 08h: mass storage (usb.org, defined class codes). */
const MASS_STORAGE = '08';

/** Makers of modems of which a disk alone is a modem that was not switched yet. */
const MAKERS: ReadonlyMap<string, string> = new Map([
  ['12d1', 'a Huawei modem'],
  ['19d2', 'a ZTE modem'],
]);

/**
 * What a device passes itself off as; undefined where it is no modem that we know, or one that
 * shows itself as such.
 *
 * @param id `vendor:product`, lower-case hexadecimal
 * @param interfaceClasses two hexadecimal digits each
 */
export function disguiseOf(id: string, interfaceClasses: readonly string[]): KnownMode | undefined {
  const known = KNOWN.get(id);
  if (known !== undefined) return known;
  const maker = MAKERS.get(id.slice(0, 4));
  const isDisk =
    interfaceClasses.length > 0 && interfaceClasses.every((number) => number === MASS_STORAGE);
  return maker !== undefined && isDisk ? storage(maker) : undefined;
}
