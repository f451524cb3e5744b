import catalogue from '#model/catalogue/services.json' with { type: 'json' };

/** The key of one of the 25 essential online services, e.g. 'dang-ky-khai-sinh'. */
export type ServiceKey = string;

export const services = catalogue as { key: ServiceKey; level2022: 3 | 4 }[];
/** For help with any service outside the 25. */
export const otherService: ServiceKey = 'khac';
export const serviceKeys: ServiceKey[] = [...services.map((service) => service.key), otherService];
