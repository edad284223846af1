// Says and hears what programs do through node-redis and ioredis, against a server of its own (the program SERVER), or the empty
// one at HOST:PORT, and says how many checks held.
'use strict';
const assert = require('node:assert');
const fs = require('node:fs');
const os = require('node:os');
const path = require('node:path');
const { spawn } = require('node:child_process');
const { setTimeout: pass } = require('node:timers/promises');
const redis = require('redis');
const { Redis } = require('ioredis');

const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'clients-'));
const server = process.env.SERVER && spawn(process.env.SERVER,
    ['--port', '0', '--unixsocket', path.join(folder, 's'), '--save', '', '--dir', folder], { stdio: 'ignore' });
const place = server ? { path: path.join(folder, 's') } : { host: process.env.HOST, port: Number(process.env.PORT) };
const PATIENCE_MS = 10000;
const open = [];

function within(promise, what) {
    let timer;
    const late = new Promise((_, reject) => { timer = setTimeout(() => reject(new Error('waited in vain for ' + what)), PATIENCE_MS); });
    return Promise.race([promise, late]).finally(() => clearTimeout(timer));
}
const same = assert.deepStrictEqual;

// Maps and objects without a prototype become plain ones, so that they compare.
const plain = value => value instanceof Map ? plain(Object.fromEntries(value))
    : Array.isArray(value) ? value.map(plain)
    : value && typeof value === 'object' && !Buffer.isBuffer(value)
        ? Object.fromEntries(Object.entries(value).map(([name, part]) => [name, plain(part)])) : value;

async function node(options) {
    const client = redis.createClient({ socket: place, ...options });
    client.on('error', () => {});
    open.push(() => client.destroy());
    return client.connect();
}
function io(options) {
    const client = new Redis({ ...place, ...options });
    client.on('error', () => {});
    open.push(() => client.disconnect());
    return client;
}

const tests = {
    async 'node-redis: every type, read back as its own'() {
        for (const RESP of [2, 3]) {
            const c = await node({ RESP });
            await c.flushAll();
            same(await c.set('s', 'v', { expiration: { type: 'EX', value: 100 }, condition: 'NX' }), 'OK');
            same(await c.set('s', 'w', { condition: 'NX' }), null);
            same(await c.getSet('s', 'x'), 'v');
            same(await c.incrByFloat('f', 1.5), '1.5');
            same(await c.hSet('h', { a: '1', b: '2' }), 2);
            same(plain(await c.hGetAll('h')), { a: '1', b: '2' });
            same(await c.hmGet('h', ['a', 'none']), ['1', null]);
            same(await c.hExpire('h', 'a', 100), [1]);
            same(await c.rPush('l', ['a', 'b', 'c']), 3);
            same(await c.lRange('l', 0, -1), ['a', 'b', 'c']);
            same(await c.lPos('l', 'c'), 2);
            same(await c.sAdd('set', ['a', 'b']), 2);
            same([...await c.sMembers('set')].sort(), ['a', 'b']);
            same(await c.zAdd('z', [{ score: 1, value: 'one' }, { score: 2.5, value: 'more' }, { score: Infinity, value: 'all' }]), 3);
            same(plain(await c.zRangeWithScores('z', 0, -1)),
                [{ value: 'one', score: 1 }, { value: 'more', score: 2.5 }, { value: 'all', score: Infinity }]);
            same(await c.zScore('z', 'all'), Infinity);
            same(plain(await c.zRankWithScore('z', 'more')), { rank: 1, score: 2.5 });
            same(plain(await c.zPopMin('z')), { value: 'one', score: 1 });
            same(await c.geoAdd('places', { longitude: 13.361389, latitude: 38.115556, member: 'Palermo' }), 1);
            same((await c.geoSearch('places', { longitude: 15, latitude: 37 }, { radius: 200, unit: 'km' })), ['Palermo']);
            same(await c.pfAdd('count', ['a', 'b']), 1);
            same(await c.pfCount('count'), 2);
            same(await c.bitField('bits', [{ operation: 'INCRBY', encoding: 'u8', offset: 0, increment: 3 }]), [3]);
            same(await c.type('z'), 'zset');
            same((await c.keys('*')).length, 9);
        }
    },

    async 'node-redis: bytes that are no text'() {
        const c = await node(), raw = c.withTypeMapping({ [redis.RESP_TYPES.BLOB_STRING]: Buffer });
        const bytes = Buffer.from([0, 255, 13, 10, 128]);
        await c.set('bytes', bytes);
        same(await raw.get('bytes'), bytes);
        const payload = await raw.dump('bytes');
        same(await c.restore('again', 0, payload), 'OK');
        same(await raw.get('again'), bytes);
        await assert.rejects(c.restore('again', 0, payload), /BUSYKEY/);
    },

    async 'node-redis: a thousand commands at once, answered in order'() {
        const c = await node();
        await c.del('n');
        const all = await Promise.all(Array.from({ length: 1000 }, () => c.incr('n')));
        same(all, Array.from({ length: 1000 }, (_, i) => i + 1));
    },

    async 'node-redis: transactions, watched keys, errors inside'() {
        const c = await node(), other = await node();
        same(await c.multi().set('t', '1').incr('t').get('t').exec(), ['OK', 2, '2']);
        await c.watch('t');
        await other.set('t', '10');
        await assert.rejects(c.multi().incr('t').exec(), redis.WatchError);
        await c.watch('t');
        same(await c.multi().incr('t').exec(), [11]);
        const failed = await c.multi().set('t', 'text').incr('t').set('after', '1').exec().catch(error => error);
        assert.ok(failed instanceof redis.MultiErrorReply);
        same(failed.errorIndexes, [1]);
        same(await c.get('after'), '1');
        await assert.rejects(c.multi().addCommand(['NOSUCH']).exec(), /EXECABORT|unknown command/);
    },

    async 'node-redis: channels, patterns and shards'() {
        for (const RESP of [2, 3]) {
            const c = await node({ RESP }), listener = await node({ RESP }), heard = [];
            const three = within(new Promise(resolve => {
                const hear = kind => (message, channel) => {
                    heard.push([kind, channel, message]);
                    if (heard.length === 3) resolve();
                };
                listener.subscribe('news', hear('plain'))
                    .then(() => listener.pSubscribe('n*s', hear('pattern')))
                    .then(() => listener.sSubscribe('shard', hear('shard')))
                    .then(async () => {
                        same(await c.publish('news', 'hello'), 2);
                        same(await c.sPublish('shard', 'there'), 1);
                    });
            }), 'messages');
            await three;
            same(heard.sort(), [['pattern', 'news', 'hello'], ['plain', 'news', 'hello'], ['shard', 'shard', 'there']]);
            same(plain(await c.pubSubNumSub(['news'])), { news: 1 });
            await listener.unsubscribe();
            await listener.pUnsubscribe();
            await listener.sUnsubscribe();
            same(await c.pubSubChannels(), []);
            same(String(await listener.ping()), 'PONG');
        }
    },

    async 'node-redis: blocked readers are woken, or give up'() {
        const c = await node(), waiting = await node();
        await c.del(['q', 'qz']);
        const got = waiting.blPop('q', 0);
        await until(async () => (await c.info('clients')).includes('blocked_clients:1'));
        await c.rPush('q', 'job');
        same(plain(await within(got, 'BLPOP')), { key: 'q', element: 'job' });
        same(await waiting.blPop('q', 0.05), null);
        const lowest = waiting.bzPopMin('qz', 0);
        await c.zAdd('qz', { score: 7, value: 'm' });
        same(plain(await within(lowest, 'BZPOPMIN')), { key: 'qz', value: 'm', score: 7 });
        same(await waiting.blMove('q', 'done', 'LEFT', 'RIGHT', 0.05), null);
    },

    async 'node-redis: a stream and its group of consumers'() {
        for (const RESP of [2, 3]) {
            const c = await node({ RESP });
            await c.del('log');
            same(await c.xGroupCreate('log', 'g', '$', { MKSTREAM: true }), 'OK');
            for (let i = 1; i <= 3; i++) same(await c.xAdd('log', `${i}-0`, { n: String(i) }), `${i}-0`);
            const read = plain(await c.xReadGroup('g', 'me', { key: 'log', id: '>' }, { COUNT: 2 }));
            same(read[0].name, 'log');
            same(read[0].messages.map(m => [m.id, m.message]), [['1-0', { n: '1' }], ['2-0', { n: '2' }]]);
            same(await c.xAck('log', 'g', '1-0'), 1);
            const pending = plain(await c.xPending('log', 'g'));
            same([pending.pending, pending.firstId, pending.lastId], [1, '2-0', '2-0']);
            same(plain(await c.xPendingRange('log', 'g', '-', '+', 10)).map(p => [p.id, p.consumer, p.deliveriesCounter]), [['2-0', 'me', 1]]);
            same(plain(await c.xAutoClaim('log', 'g', 'you', 0, '0')).messages.map(m => m.id), ['2-0']);
            same(await c.xReadGroup('g', 'you', { key: 'log', id: '>' }).then(r => plain(r)[0].messages.length), 1);
            same(await c.xReadGroup('g', 'you', { key: 'log', id: '>' }), null);
            same(plain(await c.xInfoGroups('log')).map(g => [g.name, g.consumers, g.pending]), [['g', 2, 2]]);
            same(plain(await c.xRange('log', '-', '+')).length, 3);
            same(await c.xTrim('log', 'MAXLEN', 1), 2);
            same(plain(await c.xInfoStream('log')).length, 1);
        }
    },

    async 'node-redis: scripts and functions'() {
        const add = redis.defineScript({
            NUMBER_OF_KEYS: 1,
            SCRIPT: "return redis.call('INCRBY', KEYS[1], ARGV[1])",
            parseCommand(parser, key, by) { parser.pushKey(key); parser.push(String(by)); },
            transformReply: undefined,
        });
        const c = await node({ scripts: { add } });
        await c.scriptFlush();
        await c.del('sum');
        same(await c.add('sum', 5), 5);
        same(await c.add('sum', 2), 7);
        same(await c.eval("return {1, 'two', false, {ok = 'fine'}, {3}}", { keys: [], arguments: [] }), [1, 'two', null, 'fine', [3]]);
        await assert.rejects(c.eval("return redis.error_reply('MINE because')"), /^Error: MINE because|MINE because/);
        await assert.rejects(c.evalSha('0'.repeat(40)), /NOSCRIPT/);
        await c.functionLoad("#!lua name=lib\nredis.register_function{function_name='twice', flags={'no-writes'}, " +
            "callback=function(keys, args) return args[1] * 2 end}", { REPLACE: true });
        same(await c.fCallRo('twice', { keys: [], arguments: ['21'] }), 42);
        same(plain(await c.functionList()).map(l => [l.library_name, l.functions.length]), [['lib', 1]]);
        same(await c.functionDelete('lib'), 'OK');
    },

    async 'node-redis: iterators walk everything once'() {
        const c = await node();
        await c.flushAll();
        const names = Array.from({ length: 500 }, (_, i) => `key:${i}`);
        await c.mSet(names.flatMap(n => [n, 'v']));
        await c.hSet('hash', Object.fromEntries(names.map(n => [n, '1'])));
        await c.sAdd('many', names);
        const found = new Set(), fields = new Set(), members = new Set();
        for await (const keys of c.scanIterator({ MATCH: 'key:*', COUNT: 20 })) keys.forEach(k => found.add(k));
        for await (const some of c.hScanIterator('hash')) some.forEach(e => fields.add(e.field));
        for await (const some of c.sScanIterator('many')) some.forEach(m => members.add(m));
        same([found.size, fields.size, members.size], [500, 500, 500]);
    },

    async 'node-redis: its cache forgets what others write'() {
        const cache = new redis.BasicClientSideCache({ ttl: 0, maxEntries: 0 });
        const c = await node({ RESP: 3, clientSideCache: cache }), other = await node();
        await other.set('cached', '1');
        same([await c.get('cached'), await c.get('cached')], ['1', '1']);
        same([cache.stats().hitCount, cache.stats().missCount], [1, 1]);
        const told = within(new Promise(resolve => cache.once('invalidate', resolve)), 'an invalidation');
        await other.set('cached', '2');
        assert.strictEqual(String(await told), 'cached');
        same(await c.get('cached'), '2');
        const all = within(new Promise(resolve => cache.once('invalidate', resolve)), 'the invalidation of everything');
        await other.flushAll();
        same(await all, null);
        same(await c.get('cached'), null);
    },

    async 'node-redis: many connections in a pool'() {
        const pool = await redis.createClientPool({ socket: place }, { minimum: 2, maximum: 8 });
        pool.on('error', () => {});
        open.push(() => pool.destroy());
        await pool.connect();
        await pool.del('pooled');
        await Promise.all(Array.from({ length: 200 }, () => pool.execute(async c => {
            await c.watch('none');
            return c.multi().incr('pooled').exec();
        })));
        same(await pool.get('pooled'), '200');
    },

    async 'node-redis: users, names, settings'() {
        const c = await node({ name: 'tester' });
        same(await c.clientGetName(), 'tester');
        await c.aclSetUser('reader', ['on', '>secret', '~open:*', '+@read', '+hello', '+client']);
        const reader = await node({ username: 'reader', password: 'secret' });
        same(await reader.get('open:x'), null);
        await assert.rejects(reader.get('closed'), /NOPERM/);
        await assert.rejects(reader.set('open:x', '1'), /NOPERM/);
        await assert.rejects(node({ username: 'reader', password: 'wrong', socket: { ...place, reconnectStrategy: false } }), /WRONGPASS/);
        same(plain(await c.aclGetUser('reader')).commands.includes('+@read'), true);
        same(await c.aclDelUser('reader'), 1);
        same(plain(await c.configGet('maxmemory-policy')), { 'maxmemory-policy': 'noeviction' });
        same((await c.clientInfo()).libName.startsWith('node-redis'), true);
        same(plain(await c.clientTrackingInfo()).flags.length > 0, true);
        same(plain(await c.commandInfo(['get']))[0].arity, 2);
        same(await c.sendCommand(['SLOWLOG', 'RESET']), 'OK');
        same(await c.objectEncoding('none'), null);
        same(await c.memoryUsage('none'), null);
    },

    async 'ioredis: a pipeline, its errors in their places'() {
        const c = io();
        await c.flushall();
        same(await c.pipeline().set('k', 'v').lpush('k', 'x').get('k').exec().then(all => all.map(([error, value]) => error ? 'error' : value)),
            ['OK', 'error', 'v']);
        const auto = io({ enableAutoPipelining: true });
        same(await Promise.all(Array.from({ length: 500 }, (_, i) => auto.incr('auto'))), Array.from({ length: 500 }, (_, i) => i + 1));
        same(await c.multi({ pipeline: false }), 'OK');
        same(await c.set('k', '1'), 'QUEUED');
        same(await c.exec(), [[null, 'OK']]);
        same(await c.multi().incr('k').incr('k').exec(), [[null, 2], [null, 3]]);
        const other = io();
        await c.watch('k');
        await other.incr('k');
        same(await c.multi().incr('k').exec(), null);
    },

    async 'ioredis: commands of its own, buffers, prefixes'() {
        const c = io({ keyPrefix: 'app:' }), bare = io();
        c.defineCommand('swap', { numberOfKeys: 2, lua: `
            local a, b = redis.call('GET', KEYS[1]), redis.call('GET', KEYS[2])
            redis.call('MSET', KEYS[1], b, KEYS[2], a)
            return {b, a}` });
        await c.mset('a', '1', 'b', '2');
        same(await c.swap('a', 'b'), ['2', '1']);
        same(await bare.mget('app:a', 'app:b'), ['2', '1']);
        same(await c.getBuffer('a'), Buffer.from('2'));
        await bare.set('big', Buffer.alloc(1 << 20, 7));
        same((await bare.getBuffer('big')).equals(Buffer.alloc(1 << 20, 7)), true);
        same(await c.sort('none', 'BY', 'w_*', 'GET', '#'), []);
    },

    async 'ioredis: scanning streams'() {
        const c = io();
        await c.flushall();
        await c.mset(Object.fromEntries(Array.from({ length: 300 }, (_, i) => [`s:${i}`, 'v'])));
        await c.zadd('z', ...Array.from({ length: 200 }, (_, i) => [i, `m${i}`]).flat());
        const keys = new Set(), members = new Set();
        for await (const some of c.scanStream({ match: 's:*', count: 10, type: 'string' })) some.forEach(k => keys.add(k));
        for await (const some of c.zscanStream('z')) some.forEach((m, i) => i % 2 || members.add(m));
        same([keys.size, members.size], [300, 200]);
    },

    async 'ioredis: what was subscribed comes back after the line breaks'() {
        const c = io(), listener = io({ retryStrategy: () => 20 }), heard = [];
        await listener.subscribe('a', 'b');
        await listener.psubscribe('p*');
        const id = await listener.duplicate().client('ID').catch(() => 0);
        assert.ok(id > 0);
        const again = within(new Promise(resolve => listener.once('ready', resolve)), 'a new connection');
        assert.ok(await c.call('CLIENT', 'KILL', 'TYPE', 'PUBSUB') >= 1);
        await again;
        await until(async () => (await c.pubsub('NUMSUB', 'b')).join() === 'b,1' && await c.pubsub('NUMPAT') === 1);
        const two = within(new Promise(resolve => {
            listener.on('message', (channel, message) => heard.push([channel, message]));
            listener.on('pmessage', (pattern, channel, message) => { heard.push([pattern, channel, message]); resolve(); });
        }), 'messages');
        await c.publish('b', 'one');
        await c.publish('p1', 'two');
        await two;
        same(heard, [['b', 'one'], ['p*', 'p1', 'two']]);
    },

    async 'ioredis: MONITOR shows what others say'() {
        const c = io(), watcher = await io().monitor();
        open.push(() => watcher.disconnect());
        const seen = within(new Promise(resolve => watcher.on('monitor', (time, args) => args[0] === 'echo' && resolve(args))), 'MONITOR');
        await c.echo('hello there');
        same(await seen, ['echo', 'hello there']);
    },

    async 'ioredis: a reader of a stream is woken'() {
        const c = io(), reader = io();
        await c.del('s');
        const got = reader.xread('BLOCK', 0, 'STREAMS', 's', '$');
        await until(async () => (await c.info('clients')).includes('blocked_clients:1'));
        const id = await c.xadd('s', '*', 'f', 'v');
        same(await within(got, 'XREAD'), [['s', [[id, ['f', 'v']]]]]);
        same(await reader.xread('BLOCK', 20, 'STREAMS', 's', '$'), null);
    },

    async 'ioredis: events of keys that expire'() {
        const c = io(), listener = io();
        await c.config('SET', 'notify-keyspace-events', 'Ex');
        await listener.subscribe('__keyevent@0__:expired');
        const gone = within(new Promise(resolve => listener.on('message', (_, key) => resolve(key))), 'an expired event');
        await c.set('short', 'v', 'PX', 30);
        same(await gone, 'short');
        await c.config('SET', 'notify-keyspace-events', '');
    },
};

async function until(holds) {
    for (const end = Date.now() + PATIENCE_MS; !await holds();) {
        if (Date.now() > end) throw new Error('waited in vain');
        await pass(5);
    }
}

(async () => {
    let passed = 0, failed = 0;
    const first = io();
    await first.ping();
    for (const [name, test] of Object.entries(tests)) {
        try {
            await test();
            passed++;
        } catch (error) {
            failed++;
            console.log(`FAILED: ${name}\n${error.stack}`);
        }
        open.splice(0).forEach(close => close());
    }
    console.log(`${passed} passed, ${failed} failed`);
    if (server) server.kill();
    fs.rmSync(folder, { recursive: true });
    process.exit(failed ? 1 : 0);
})();
