/** Dialects as data: which is chosen, what lines mean in it, and that the declarations can work. */
import { describe, expect, it } from 'vitest';
import { DIALECTS as CONFIGURED } from '../../src/config/config.js';
import { DIALECTS, dialectOf, meaningOfLine } from '../../src/modem/dialects/index.js';
import { reading } from '../../src/modem/sensors.js';

describe('the dialect of a modem', () => {
  it.each([
    ['huawei', 'E173', 'huawei'],
    ['HUAWEI Technologies Co., Ltd.', 'ME909s-120', 'huawei'],
    ['ZTE CORPORATION', 'MF710', 'zte'],
    ['SIMCOM_Ltd', 'SIMCOM_SIM800L', 'simcom-sim800'],
    ['SIMCOM INCORPORATED', 'SIMCOM_SIM7600E-H', 'simcom-sim7600'],
    ['INCORPORATED SIMCOM', 'A7670E', 'simcom-a7670'],
    ['SIMCOM INCORPORATED', 'unheard of', 'simcom-sim7600'],
    ['Quectel', 'EC25', 'quectel-ec25'],
    ['Quectel', 'EG25', 'quectel-ec25'],
    ['Quectel_Ltd', 'Quectel_M95', 'quectel-m95'],
    ['Quectel_Ltd', 'M66', 'quectel-m95'],
    ['Telit', 'HE910', 'telit'],
    ['Sierra Wireless, Incorporated', 'MC7455', 'sierra'],
    ['u-blox', 'SARA-U201', 'u-blox'],
    ['Cinterion', 'EHS6', 'cinterion'],
    ['SIEMENS', 'MC75', 'cinterion'],
    ['Acme', 'X1', 'generic'],
    [undefined, undefined, 'generic'],
  ])('that says it is %s %s is %s', (manufacturer, model, name) => {
    expect(dialectOf('auto', manufacturer, model).name).toBe(name);
  });

  it('is that of the configuration, out of which the model may choose', () => {
    expect(dialectOf('quectel-m95', 'Huawei', 'E173').name).toBe('quectel-m95');
    expect(dialectOf('simcom', 'OEM', 'SIM800C').name).toBe('simcom-sim800');
    expect(dialectOf('simcom', undefined, undefined).name).toBe('simcom-sim7600');
    expect(dialectOf('generic', 'Huawei', 'E173').name).toBe('generic');
  });

  it('is none of another name', () => {
    expect(() => dialectOf('hayes', undefined, undefined)).toThrow(/no dialect "hayes"; .*huawei/);
  });

  it('can be configured by each name that there is, and by no other', () => {
    const names = new Set(DIALECTS.flatMap(({ family, name }) => [family, name]));
    expect(new Set(CONFIGURED)).toEqual(new Set(['auto', ...names]));
  });
});

describe('a line of a modem', () => {
  it.each([
    ['simcom-sim800', 'RDY', 'started'],
    ['cinterion', '^SYSSTART', 'started'],
    ['u-blox', '+AT: READY', 'started'],
    ['huawei', '^BOOT:0,0,0,0,0', 'perhaps-started'],
    ['simcom-sim800', '*PSUTTZ: 2026,1,5,12,0,0,"+0",0', 'perhaps-started'],
    ['simcom-sim7600', 'PB DONE', 'perhaps-started'],
    ['simcom-sim800', 'UNDER-VOLTAGE WARNNING', 'under-voltage'],
    ['quectel-m95', 'UNDER_VOLTAGE POWER DOWN', 'under-voltage'],
    ['simcom-sim800', 'OVER-VOLTAGE WARNNING', 'over-voltage'],
    ['cinterion', '^SBC: Undervoltage', 'under-voltage'],
    ['quectel-m95', 'NORMAL POWER DOWN', 'shut-down'],
    ['cinterion', '^SHUTDOWN', 'shut-down'],
    ['simcom-sim800', '+CMTE: 1', 'too-hot'],
    ['simcom-sim800', '+CMTE:-2', 'too-cold'],
    ['simcom-sim800', '+CMTE: 0', 'temperature-normal'],
    ['telit', '#TEMPMEAS: 1,61', 'too-hot'],
    ['telit', '#TEMPMEAS: 0,35', 'temperature-normal'],
    ['cinterion', '^SCTM_B: -1', 'too-cold'],
    ['u-blox', '+UUSTS: 1,2', 'too-hot'],
    ['huawei', '^THERM: 0', 'too-hot'],
    ['huawei', '^SMMEMFULL: "SM"', 'memory-full'],
    ['quectel-ec25', '+QIND: "smsfull","ME"', 'memory-full'],
    ['simcom-sim800', '+SMSFULL: "SM"', 'memory-full'],
    ['simcom-sim7600', '+SMS FULL', 'memory-full'],
    ['telit', '#SMOV: "SM"', 'memory-full'],
    ['cinterion', '^SMGO: 1', 'memory-full'],
    ['cinterion', '^SMGO: 0', undefined],
    ['cinterion', '+CIEV: smsfull,1', 'memory-full'],
    ['generic', '+CIEV: smsfull,0', undefined],
    ['generic', '^RSSI: 20', undefined],
  ])('of %s, %s, means %s', (name, line, meaning) => {
    expect(meaningOfLine(dialectOf(name, undefined, undefined), line)).toBe(meaning);
  });
});

describe('what a modem measures', () => {
  it.each([
    ['quectel-ec25', 'AT+QTEMP', ['+QTEMP: 31,35,30'], 35],
    ['quectel-ec25', 'AT+QTEMP', ['+QTEMP:"pa0","47"', '+QTEMP:"xo1","255"'], 47],
    ['quectel-ec25', 'AT+CBC', ['+CBC: 0,80,3911'], 3_911],
    ['quectel-m95', 'AT+CBC', ['+CBC: 0,80,3911'], 3_911],
    ['simcom-sim800', 'AT+CBC', ['+CBC: 0,86,4012'], 4_012],
    ['simcom-sim800', 'AT+CMTE?', ['+CMTE: 0,26.52'], 27],
    ['simcom-sim7600', 'AT+CBC', ['+CBC: 3.591V'], 3_591],
    ['simcom-sim7600', 'AT+CPMUTEMP', ['+CPMUTEMP: 33'], 33],
    ['simcom-a7670', 'AT+CPMUTEMP', ['+CPMUTEMP: -4'], -4],
    ['huawei', 'AT^CHIPTEMP?', ['^CHIPTEMP: 0,0,285,65535,65535'], 29],
    ['huawei', 'AT^CHIPTEMP?', ['^CHIPTEMP: 65535,65535'], undefined],
    ['telit', 'AT#TEMPMON=1', ['#TEMPMEAS: 0,41'], 41],
    ['telit', 'AT#CBC', ['#CBC: 0,380'], 3_800],
    ['sierra', 'AT!PCTEMP?', ['Temp state: Normal', 'Temperature: 34.00 C'], 34],
    ['sierra', 'AT!PCVOLT?', ['Volt state: Normal', 'Power supply voltage: 3290 mV (10)'], 3_290],
    ['cinterion', 'AT^SCTM?', ['^SCTM: 1,0,35'], 35],
    ['cinterion', 'AT^SCTM?', ['^SCTM: 1,0'], undefined],
    ['cinterion', 'AT^SBV', ['^SBV: 4012'], 4_012],
  ])('is read by %s from %s', (name, command, lines, value) => {
    const { sensors } = dialectOf(name, undefined, undefined);
    const sensor = sensors.find((declared) => declared.command === command);
    if (sensor === undefined) throw new Error('not declared');
    expect(lines.every((line) => sensor.answer.test(line))).toBe(true);
    expect(reading(sensor, lines)).toBe(value);
  });
});

describe('the declarations', () => {
  it.each(DIALECTS.map((dialect) => [dialect.name, dialect] as const))('of %s can work', (_, d) => {
    for (const text of [...d.init, d.reset, ...d.sensors.map(({ command }) => command)]) {
      expect(text).toMatch(/^AT[\x21-\x7e]+$/);
    }
    for (const sensor of d.sensors) {
      expect(sensor.value.flags).toContain('g');
      // Tested line by line: a lasting place in the last line would skip the next.
      expect(sensor.answer.global).toBe(false);
    }
    expect(d.lines.some(({ says }) => says.global)).toBe(false);
    expect(d.memories.length).toBeGreaterThan(0);
    for (const values of Object.values(d.indications)) expect(values.length).toBeGreaterThan(0);
    expect(dialectOf(d.name, undefined, undefined).family).toBe(d.family);
  });
});
