// Dexie looks once, when it is loaded, at what the browser can; its live queries of counts rely on the answer.
import 'fake-indexeddb/auto';
