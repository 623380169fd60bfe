/** `stopgate pdu --lines --json`, the built program, on the PDUs that the peers are asked about. */
import { spawn } from 'node:child_process';
import { text } from 'node:stream/consumers';
import { setTimeout as delay } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { describePdu } from '../../src/sms/index.js';
import { generatedPdus } from './generated-pdus.js';
import { mutatedPdus } from './mutated-pdus.js';
import { Random, SEED } from './random.js';

const PROGRAM = fileURLToPath(new URL('../../dist/main.js', import.meta.url));

describe('stopgate pdu --lines --json', () => {
  it('answers thousands of PDUs in their order, with what the codec says of each', async () => {
    const wellFormed = generatedPdus(new Random(SEED));
    const broken = mutatedPdus(wellFormed, new Random(SEED + 1), 3000);
    const hexes = [...wellFormed, ...broken].map(({ hex }) => hex);
    const program = spawn(process.execPath, [PROGRAM, 'pdu', '--lines', '--json'], {
      stdio: ['pipe', 'pipe', 'inherit'],
    });
    program.stdin.end(hexes.map((hex) => `${hex}\n`).join(''));
    // One who reads late gets everything, too.
    await delay(1000);
    const answers = (await text(program.stdout)).trimEnd().split('\n');
    expect(answers.map((answer) => JSON.parse(answer))).toEqual(
      hexes.map((hex) => describePdu(hex)),
    );
  });
});
