/**
 * What makers have in common who build on the same chips: their firmware comes with it. One value a
 * kind of chip; which maker uses which stands in the files beside this one.
 */
import type { IndicationsDialect, MemoriesDialect } from './dialect.js';
import { GENERIC_INDICATIONS, GENERIC_MEMORIES } from './generic.js';

/** `powerOn` of modules that announce what they store before anything was asked for. */
export const ANNOUNCES_STORED = { mode: 2, mt: 1, bm: 0, ds: 0, bfr: 0 } as const;

/** Qualcomm, in the sticks of Huawei and ZTE and in modules for 4G. */
export const QUALCOMM_MEMORIES: MemoriesDialect = {
  ...GENERIC_MEMORIES,
  offered: [
    ['ME', 'MT', 'SM', 'SR'],
    ['ME', 'MT', 'SM', 'SR'],
    ['ME', 'MT', 'SM', 'SR'],
  ],
  firstIndex: 0,
};

export const QUALCOMM_INDICATIONS: IndicationsDialect = {
  ...GENERIC_INDICATIONS,
  advertised: '(0,1,2),(0,1,2,3),(0,2),(0,1,2),(0,1)',
  accepted: { mode: [0, 1, 2], mt: [0, 1, 2, 3], bm: [0, 2], ds: [0, 1, 2], bfr: [0, 1] },
};

/** MediaTek, in modules for 2G. */
export const MEDIATEK_MEMORIES: MemoriesDialect = {
  ...GENERIC_MEMORIES,
  offered: [
    ['SM', 'ME', 'MT'],
    ['SM', 'ME', 'MT'],
    ['SM', 'ME', 'MT'],
  ],
};

export const MEDIATEK_INDICATIONS: IndicationsDialect = {
  ...GENERIC_INDICATIONS,
  advertised: '(0-3),(0-3),(0,2,3),(0-2),(0,1)',
  accepted: { mode: [0, 1, 2, 3], mt: [0, 1, 2, 3], bm: [0, 2, 3], ds: [0, 1, 2], bfr: [0, 1] },
  powerOn: ANNOUNCES_STORED,
};
