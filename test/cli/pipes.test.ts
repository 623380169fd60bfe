/** What is printed into a pipe, by the built program: all of it, and no word when nobody reads. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const main = fileURLToPath(new URL('../../dist/main.js', import.meta.url));
const line = '07911326040000F0040B911346610089F60000208062917314080CC8F71D14969741F977FD07\n';

describe('a command whose reader goes away, as `| head` does', () => {
  it('stops, with nothing on stderr', async () => {
    const program = spawn(process.execPath, [main, 'pdu', '--lines', '--json']);
    let stderr = '';
    program.stderr.setEncoding('utf8').on('data', (chunk: string) => {
      stderr += chunk;
    });
    // The program may leave before it has taken all of it.
    program.stdin.on('error', () => undefined);
    program.stdin.end(line.repeat(50_000));
    await once(program.stdout, 'data');
    program.stdout.destroy();
    const [exitCode] = await once(program, 'close');
    expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: '' });
  }, 20_000);
});
