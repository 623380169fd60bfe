/**
 * The architectures a package can be for: the names that Debian, Node and GNU have for each, its ELF
 * machine, its addons.
 */

export interface Architecture {
  /** Debian's name. */
  readonly name: string;
  /** Of `process.arch`. */
  readonly node: string;
  /** What GNU's compilers for it are called by; Debian's packages of them too, with `-` for `_`. */
  readonly gnu: string;
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
    gnu: 'x86_64-linux-gnu',
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
    gnu: 'aarch64-linux-gnu',
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
    gnu: 'arm-linux-gnueabihf',
    elfMachine: 0x28,
    elfBits: 32,
    prebuilt: [
      `${SERIALPORT}/linux-arm/@serialport+bindings-cpp.armv6.glibc.node`,
      `${SERIALPORT}/linux-arm/@serialport+bindings-cpp.armv7.glibc.node`,
    ],
  },
];
