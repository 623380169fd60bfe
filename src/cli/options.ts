/** Options that several commands share. */
import { InvalidArgumentError, Option } from 'commander';

export function wholeNumber(min: number, max: number): (text: string) => number {
  return (text) => {
    const value = Number(text);
    if (!/^\d+$/.test(text) || value < min || value > max) {
      throw new InvalidArgumentError(`it must be a whole number from ${min} to ${max}.`);
    }
    return value;
  };
}

export function limitOption(): Option {
  return new Option('--limit <n>', 'how many to show').argParser(wholeNumber(1, 1000)).default(50);
}
