/** Findings about the machine and its ports, in words, out of what was seen. Pure. */
import type { Access } from './access.js';
import { type Finding, fault, good, warning } from './finding.js';
import type { Holder } from './processes.js';
import { type ModemManager, ruleFile } from './rival-program.js';
import type { SerialPortFound } from './serial-ports.js';
import type { DisguisedModem } from './usb-devices.js';

const PLUG_IN =
  'plug the modem in; with several USB devices on a small computer, give it a powered hub; see "dmesg"';

/**
 * @param anyNamed a port is named, by the configuration or by the user; what is wrong with it is
 *   told there
 */
export function portsFinding(
  ports: readonly SerialPortFound[],
  anyNamed: boolean,
): Finding | undefined {
  if (ports.length === 0) {
    if (anyNamed) return undefined;
    return fault('ports', 'this machine has no serial port that a modem could be at', PLUG_IN);
  }
  const names = ports.map(({ path, device }) => (path === device ? path : `${path} (${device})`));
  return good('ports', `serial ports: ${names.join(', ')}`);
}

export function disguiseFinding({ id, mode, what }: DisguisedModem): Finding {
  if (mode === 'storage') {
    return warning(
      'usb',
      `USB device ${id}, ${what}, shows itself as a CD-ROM and has no serial port`,
      'sudo apt install usb-modeswitch, then unplug it and plug it in again',
    );
  }
  return warning(
    'usb',
    `USB device ${id}, ${what}, shows itself as a network card with a router in it, which takes no AT commands`,
    'give it firmware that has serial ports ("stick" or "modem" mode), or use another modem',
  );
}

/** @param leftAlone whether udev tells ModemManager to leave every port looked at alone */
export function modemManagerFinding(
  manager: ModemManager | undefined,
  leftAlone: boolean,
): Finding {
  if (manager === undefined) return good('modem-manager', 'ModemManager does not run');
  const runs = `ModemManager runs (pid ${manager.pid})`;
  if (leftAlone)
    return good('modem-manager', `${runs} and is told by udev to leave the port alone`);
  if (manager.hasRule) {
    return warning(
      'modem-manager',
      `${runs}; ${ruleFile} is installed, and udev has not applied it to this port`,
      `sudo udevadm control --reload && sudo udevadm trigger; for a modem behind a USB serial adapter, take the "#" before its maker in ${ruleFile} away first`,
    );
  }
  return warning(
    'modem-manager',
    `${runs} and no udev rule keeps it away from the modem, to which it talks between our commands`,
    `sudo stopgate service install, which brings such a rule (${ruleFile}); or, where nothing else needs it, sudo systemctl disable --now ModemManager`,
  );
}

/** @param others by-id names first; suggested where the port is absent */
export function portFinding(
  path: string,
  found: SerialPortFound | undefined,
  others: readonly SerialPortFound[],
): Finding {
  if (found === undefined) {
    const suggestion = others[0];
    return fault(
      'port',
      `${path} does not exist`,
      suggestion === undefined
        ? PLUG_IN
        : `set port = "${suggestion.path}" if that is the modem (of several ports of one modem, "stopgate doctor --port" tells which answers); or plug the modem in`,
    );
  }
  const stable = others.find(
    ({ device, path: name }) => device === found.device && name !== device,
  );
  if (path === found.device && stable !== undefined && /\/tty(?:USB|ACM)\d+$/.test(path)) {
    return warning(
      'port',
      `${path} is there, but its number may change when it is plugged in again`,
      `set port = "${stable.path}"`,
    );
  }
  return good('port', path === found.device ? `${path} is there` : `${path} is ${found.device}`);
}

/** Nothing to say where nobody else holds the port. */
export function holderFinding(path: string, holders: readonly Holder[]): Finding | undefined {
  if (holders.length === 0) return undefined;
  const names = holders.map(inWords).join(', ');
  const remedy = holders.some(({ name }) => name === 'ModemManager')
    ? `sudo systemctl stop ModemManager, and install ${ruleFile} so that it stays away`
    : `stop ${holders.length === 1 ? 'that program' : 'those programs'}, or let ${holders.length === 1 ? 'it' : 'them'} use another port`;
  return holders.some(({ locked }) => locked)
    ? fault('holder', `${path} is locked by ${names}`, remedy)
    : warning(
        'holder',
        `${path} is open in ${names} as well, and each will miss what the other reads`,
        remedy,
      );
}

function inWords({ name, pid }: Holder): string {
  if (pid === undefined) return 'a process in another container';
  return name === undefined ? `the process ${pid}` : `${name} (pid ${pid})`;
}

export function accessFinding(path: string, access: Access): Finding {
  const { user, group, allowed, groupMay, isMember } = access;
  if (allowed) {
    return user.uid === 0
      ? warning(
          'access',
          `root may open ${path}, as it may everything`,
          `the daemon runs as another user: see that it is in the group ${group}`,
        )
      : good('access', `the user ${user.name} may open ${path}`);
  }
  const refused = `the user ${user.name} may not open ${path}, which belongs to the group ${group}`;
  if (!groupMay) {
    return fault(
      'access',
      `${refused}, and not even that group may read and write it`,
      `install ${ruleFile} (its last rule gives ports of modems to dialout), then sudo udevadm trigger`,
    );
  }
  return isMember
    ? fault(
        'access',
        `${refused}; the user is in it, but was not yet when logging in`,
        'log out and in again, or restart the service',
      )
    : fault('access', refused, `sudo usermod -aG ${group} ${user.name}, then log out and in again`);
}

/** The database is there and this user may not use it, so the daemon's word cannot be had. */
export function unreadableFinding(dataDir: string): Finding {
  return warning(
    'daemon',
    `the database in ${dataDir} cannot be read by this user, so whether the daemon runs and which PIN was refused is not known`,
    'sudo stopgate doctor',
  );
}
