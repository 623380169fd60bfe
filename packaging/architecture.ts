/** The architectures a package can be for: Debian's names, Node's, the ELF machine, the addons of each. */

export interface Architecture {
  /** Debian's name. */
  readonly name: string;
  /** Of `process.arch`. */
  readonly node: string;
  /** How its compilers begin; the names of Debian's packages have `-` for `_`. */
  readonly triplet: string;
  /** `e_machine` of an ELF file. */
  readonly elfMachine: number;
  readonly elfBits: 32 | 64;
  /** Addons that npm packages bring for all platforms: which of them run here, under `node_modules`. */
  readonly prebuilt: readonly string[];
}

const SERIALPORT = '@serialport/bindings-cpp/prebuilds';
const ZIGPTY = 'zigpty/prebuilds';

export const ARCHITECTURES: readonly Architecture[] = [
  {
    name: 'amd64',
    node: 'x64',
    triplet: 'x86_64-linux-gnu',
    elfMachine: 0x3e,
    elfBits: 64,
    prebuilt: [
      `${SERIALPORT}/linux-x64/@serialport+bindings-cpp.glibc.node`,
      `${ZIGPTY}/zigpty.linux-x64.node`,
    ],
  },
  {
    name: 'arm64',
    node: 'arm64',
    triplet: 'aarch64-linux-gnu',
    elfMachine: 0xb7,
    elfBits: 64,
    prebuilt: [
      `${SERIALPORT}/linux-arm64/@serialport+bindings-cpp.armv8.glibc.node`,
      `${ZIGPTY}/zigpty.linux-arm64.node`,
    ],
  },
  {
    // zigpty has none: `stopgate simulate --link` says so there, and --tcp works.
    name: 'armhf',
    node: 'arm',
    triplet: 'arm-linux-gnueabihf',
    elfMachine: 0x28,
    elfBits: 32,
    prebuilt: [
      `${SERIALPORT}/linux-arm/@serialport+bindings-cpp.armv6.glibc.node`,
      `${SERIALPORT}/linux-arm/@serialport+bindings-cpp.armv7.glibc.node`,
    ],
  },
];
