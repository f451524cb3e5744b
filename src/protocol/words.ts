/*
 * The words both sides know by number in protocol version 1: frozen with it. The catalogue may grow without this list: a
 * word that is not here is spelled once in each batch, so that an older phone and a newer province understand each other.
 */

export const placeWords = [
  'nha-van-hoa',
  'tai-nha',
  'diem-luu-dong',
  'cong-an-xa',
  'mot-cua',
  'truong-hoc',
  'noi-dong-nguoi',
  'truc-tuyen',
] as const;

export const channelWords = [
  'chi-bo',
  'to-dan-pho',
  'doan-hoi',
  'tan-nha',
  'luu-dong',
  'phat-thanh',
  'mang-xa-hoi',
  'mot-cua',
] as const;

export const measureWords = [
  'TT_BUOI',
  'TT_NGUOI',
  'TT_MXH',
  'TT_PHAT_THANH',
  'TT_TO_ROI',
  'HO_THAM',
  'VNEID_CAI',
  'DD_MUC1_HD',
  'DD_MUC2_VD',
  'DD_MUC2_LD',
  'DD_KICH_HOAT',
  'CC_VAN_DONG',
  'VNEID_TICH_HOP',
  'DVC_HD',
  'DVC_TK',
  'AN_SINH',
  'DL_SAI',
  'HAI_LONG',
  'HAI_LONG_HOI',
  'VM_SO',
] as const;

const cellValues = [
  'gender/nam',
  'gender/nu',
  'ageGroup/lt6',
  'ageGroup/6-13',
  'ageGroup/14-59',
  'ageGroup/60p',
  'vulnerable/cao-tuoi',
  'vulnerable/khuyet-tat',
  'vulnerable/om-dau',
  'vulnerable/dtts',
  'vulnerable/ho-ngheo',
] as const;

export const cellWords = measureWords.flatMap((measure) => cellValues.map((value) => `${measure}/${value}`));

export const serviceWords = [
  'xac-nhan-so-cmnd',
  'cap-lai-doi-cccd',
  'dang-ky-thuong-tru',
  'dang-ky-tam-tru',
  'khai-bao-tam-vang',
  'thong-bao-luu-tru',
  'dang-ky-bien-so-mo-to',
  'nop-phat-nguoi',
  'dang-ky-khai-sinh',
  'dang-ky-khai-tu',
  'dang-ky-ket-hon',
  'ho-chieu-pho-thong',
  'con-dau-moi',
  'con-dau-thu-nho',
  'lien-thong-khai-sinh',
  'lien-thong-khai-tu',
  'gia-han-bhyt-ho-gia-dinh',
  'dang-ky-thue',
  'bien-dong-dat-dai',
  'giay-phep-lai-xe',
  'du-thi-thpt',
  'ly-lich-tu-phap',
  'tro-cap-that-nghiep',
  'cap-dien-moi',
  'doi-chu-the-hop-dong-dien',
  'khac',
] as const;
