import { compactDecrypt, errors } from 'jose';
import { receiptSealing } from '#protocol/bundle.ts';
import { readAs } from '#protocol/read.ts';
import { Receipt } from '#protocol/receipt.ts';

const algorithms = {
  keyManagementAlgorithms: [receiptSealing.alg],
  contentEncryptionAlgorithms: [receiptSealing.enc],
};

/**
 * The receipt that came back for a bundle (rules P4, T3), or undefined for one that is not the province's: only it and
 * this device ever had the key. Never throws for what a carrier may have done to it.
 */
export const openReceipt = async (jwe: string, receiptKey: Uint8Array): Promise<Receipt | undefined> => {
  try {
    const { plaintext } = await compactDecrypt(jwe, receiptKey, algorithms);
    return readAs(Receipt, JSON.parse(new TextDecoder().decode(plaintext)));
  } catch (error) {
    if (error instanceof errors.JOSEError || error instanceof SyntaxError) return undefined;
    throw error;
  }
};
