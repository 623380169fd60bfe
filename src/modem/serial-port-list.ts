/** The serial ports that udev knows, as paths of device nodes. Opens none of them. */
import { SerialPort } from 'serialport';

/** Rejects where udev cannot be asked. */
export async function listSerialPorts(): Promise<readonly string[]> {
  return (await SerialPort.list()).map(({ path }) => path);
}
