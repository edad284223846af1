// Runs the job queue bullmq, which is some fifty Lua scripts, against a server of its own (the program SERVER), or the empty
// one at HOST:PORT, and says how many checks held.
'use strict';
const assert = require('node:assert');
const fs = require('node:fs');
const os = require('node:os');
const path = require('node:path');
const { spawn } = require('node:child_process');
const { Redis } = require('ioredis');
const { Queue, Worker, QueueEvents, FlowProducer, UnrecoverableError } = require('bullmq');

const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'bullmq-'));
const server = process.env.SERVER && spawn(process.env.SERVER,
    ['--port', '0', '--unixsocket', path.join(folder, 's'), '--save', '', '--dir', folder], { stdio: 'ignore' });
const place = server ? { path: path.join(folder, 's') } : { host: process.env.HOST, port: Number(process.env.PORT) };
const connection = { ...place, maxRetriesPerRequest: null };
const PATIENCE_MS = 20000;
const open = [];
const mine = thing => { open.push(thing); thing.on('error', () => {}); return thing; };
const queue = (name, options) => mine(new Queue(name, { connection, ...options }));
const worker = (name, work, options) => mine(new Worker(name, work, { connection, ...options }));
const events = async name => { const e = mine(new QueueEvents(name, { connection })); await e.waitUntilReady(); return e; };

function within(promise, what) {
    let timer;
    const late = new Promise((_, reject) => { timer = setTimeout(() => reject(new Error('waited in vain for ' + what)), PATIENCE_MS); });
    return Promise.race([promise, late]).finally(() => clearTimeout(timer));
}
// The first `count` events of this name, as lists of their arguments.
function hear(emitter, name, count = 1) {
    const heard = [];
    return within(new Promise(resolve => emitter.on(name, (...all) => {
        heard.push(all);
        if (heard.length === count) resolve(heard);
    })), `${count} x ${name}`);
}

const tests = {
    async 'a job is added, worked on, and its value kept'() {
        const q = queue('plain'), e = await events('plain');
        const job = await q.add('sum', { a: 2, b: 3 });
        worker('plain', async j => j.data.a + j.data.b);
        assert.strictEqual(await job.waitUntilFinished(e, PATIENCE_MS), 5);
        assert.strictEqual(await job.getState(), 'completed');
        assert.deepStrictEqual((await q.getJob(job.id)).returnvalue, 5);
    },

    async 'many jobs go in order of arrival'() {
        const q = queue('order'), seen = [];
        await q.addBulk(Array.from({ length: 50 }, (_, i) => ({ name: 'n', data: { i } })));
        assert.strictEqual(await q.getWaitingCount(), 50);
        const w = worker('order', async j => { seen.push(j.data.i); });
        await hear(w, 'completed', 50);
        assert.deepStrictEqual(seen, Array.from({ length: 50 }, (_, i) => i));
        assert.strictEqual(await q.getCompletedCount(), 50);
    },

    async 'a delayed job waits its time, and can be promoted'() {
        const q = queue('delay'), start = Date.now();
        await q.add('later', {}, { delay: 300 });
        const far = await q.add('far', {}, { delay: 3600000 });
        assert.deepStrictEqual(await q.getJobCounts('delayed', 'wait'), { delayed: 2, wait: 0 });
        const w = worker('delay', async j => j.name);
        const [[first]] = await hear(w, 'completed');
        assert.strictEqual(first.name, 'later');
        assert.ok(Date.now() - start >= 295, 'came too early');
        const second = hear(w, 'completed');
        await far.promote();
        assert.strictEqual((await second)[0][0].name, 'far');
    },

    async 'a failing job is tried again after its backoff, with progress and logs'() {
        const q = queue('retry'), attempts = [];
        const job = await q.add('flaky', {}, { attempts: 3, backoff: { type: 'exponential', delay: 50 } });
        const w = worker('retry', async j => {
            attempts.push(Date.now());
            await j.updateProgress(attempts.length * 30);
            await j.log('attempt ' + attempts.length);
            if (attempts.length < 3) throw new Error('not yet');
            return 'done';
        });
        await hear(w, 'completed');
        assert.ok(attempts[1] - attempts[0] >= 45 && attempts[2] - attempts[1] >= 90, 'backoff too short');
        const kept = await q.getJob(job.id);
        assert.strictEqual(kept.attemptsMade, 3);
        assert.strictEqual(kept.progress, 90);
        assert.deepStrictEqual((await q.getJobLogs(job.id)).logs, ['attempt 1', 'attempt 2', 'attempt 3']);
    },

    async 'what fails for good stays failed until retried'() {
        const q = queue('fail');
        let good = false;
        const job = await q.add('bad', {}, { attempts: 5 });
        const w = worker('fail', async () => { if (!good) throw new UnrecoverableError('never'); return 'now'; });
        await hear(w, 'failed');
        assert.strictEqual(await q.getFailedCount(), 1);
        assert.strictEqual((await q.getJob(job.id)).failedReason, 'never');
        good = true;
        const done = hear(w, 'completed');
        await (await q.getJob(job.id)).retry();
        assert.strictEqual((await done)[0][1], 'now');
    },

    async 'priorities come before arrival'() {
        const q = queue('priority'), seen = [];
        for (const priority of [5, 1, 3, 2, 4]) await q.add('p', { priority }, { priority });
        await q.add('p', { priority: 0 });
        assert.strictEqual(await q.getPrioritizedCount(), 5);
        const w = worker('priority', async j => { seen.push(j.data.priority); });
        await hear(w, 'completed', 6);
        assert.deepStrictEqual(seen, [0, 1, 2, 3, 4, 5]);
    },

    async 'a job scheduler repeats'() {
        const q = queue('repeat');
        await q.upsertJobScheduler('tick', { every: 100, limit: 4 }, { name: 'tick', data: { x: 1 } });
        assert.strictEqual((await q.getJobSchedulers()).length, 1);
        await hear(worker('repeat', async j => j.data.x), 'completed', 3);
        await q.removeJobScheduler('tick');
        assert.strictEqual((await q.getJobSchedulers()).length, 0);
        await q.upsertJobScheduler('yearly', { pattern: '0 0 1 1 *' });
        assert.ok((await q.getJobScheduler('yearly')).next > Date.now());
    },

    async 'parents wait for their children'() {
        const flow = mine(new FlowProducer({ connection }));
        const tree = await flow.add({ name: 'root', queueName: 'parents', children: [
            { name: 'a', queueName: 'children', data: { n: 1 } }, { name: 'b', queueName: 'children', data: { n: 2 },
                children: [{ name: 'c', queueName: 'children', data: { n: 3 } }] } ] });
        assert.strictEqual(await tree.job.getState(), 'waiting-children');
        const w = worker('parents', async j => Object.values(await j.getChildrenValues()).sort());
        const done = hear(w, 'completed');
        worker('children', async j => j.data.n * 10);
        assert.deepStrictEqual((await done)[0][1], [10, 20]);
        const read = await flow.getFlow({ id: tree.job.id, queueName: 'parents' });
        assert.strictEqual(read.children.length, 2);
    },

    async 'a failing child fails its parent when asked to'() {
        const flow = mine(new FlowProducer({ connection }));
        const tree = await flow.add({ name: 'root', queueName: 'strict', children: [
            { name: 'a', queueName: 'broken', opts: { failParentOnFailure: true } } ] });
        const w = worker('strict', async () => 1);
        const failed = hear(w, 'failed');
        worker('broken', async () => { throw new Error('broken'); });
        await failed;
        assert.strictEqual(await tree.job.getState(), 'failed');
    },

    async 'a rate limit holds jobs back'() {
        const q = queue('rate'), times = [];
        await q.addBulk(Array.from({ length: 6 }, () => ({ name: 'r', data: {} })));
        const w = worker('rate', async () => { times.push(Date.now()); }, { limiter: { max: 2, duration: 300 } });
        await hear(w, 'completed', 6);
        assert.ok(times[5] - times[0] >= 550, `all within ${times[5] - times[0]} ms`);
    },

    async 'a worker may limit the rate itself'() {
        const q = queue('manual');
        await q.add('m', {});
        let limited = 0;
        const w = worker('manual', async () => {
            if (limited++) return 'ok';
            await q.rateLimit(200);
            throw Worker.RateLimitError();
        }, { limiter: { max: 10, duration: 1000 } });
        assert.strictEqual((await hear(w, 'completed'))[0][1], 'ok');
        assert.strictEqual(limited, 2);
    },

    async 'a paused queue rests until resumed'() {
        const q = queue('pause'), e = await events('pause');
        const w = worker('pause', async j => j.name);
        await q.pause();
        assert.ok(await q.isPaused());
        await q.add('held', {});
        assert.strictEqual(await q.getActiveCount(), 0);
        assert.strictEqual(await q.count(), 1);
        const done = hear(w, 'completed'), resumed = hear(e, 'resumed');
        await q.resume();
        await resumed;
        assert.strictEqual((await done)[0][0].name, 'held');
    },

    async 'jobs can be removed, drained, cleaned, deduplicated, changed'() {
        const q = queue('remove');
        const job = await q.add('gone', {}), kept = await q.add('kept', { v: 1 }, { jobId: 'named' });
        await job.remove();
        assert.strictEqual(await q.getJob(job.id), undefined);
        await q.add('kept', { v: 2 }, { jobId: 'named' });
        assert.strictEqual((await q.getJob('named')).data.v, 1);
        await kept.updateData({ v: 3 });
        assert.strictEqual((await q.getJob('named')).data.v, 3);
        const one = await q.add('once', {}, { deduplication: { id: 'd', ttl: 5000 } });
        const two = await q.add('once', {}, { deduplication: { id: 'd', ttl: 5000 } });
        assert.strictEqual(one.id, two.id);
        await q.add('later', {}, { delay: 100000 });
        assert.strictEqual(await q.count(), 3);
        await q.drain(true);
        assert.strictEqual(await q.count(), 0);
        await q.addBulk([{ name: 'a', data: {} }, { name: 'b', data: {} }]);
        await hear(worker('remove', async () => 1), 'completed', 2);
        assert.strictEqual((await q.clean(0, 100, 'completed')).length, 2);
    },

    async 'only so many finished jobs are kept'() {
        const q = queue('keep', { defaultJobOptions: { removeOnComplete: 3, removeOnFail: { count: 1 } } });
        await q.addBulk(Array.from({ length: 10 }, (_, i) => ({ name: 'k', data: { bad: i % 3 === 0 } })));
        const w = worker('keep', async j => { if (j.data.bad) throw new Error('bad'); });
        await Promise.all([hear(w, 'completed', 6), hear(w, 'failed', 4)]);
        assert.strictEqual(await q.getCompletedCount(), 3);
        assert.strictEqual(await q.getFailedCount(), 1);
    },

    async 'a stalled job is given to another worker'() {
        const q = queue('stall');
        await q.add('s', {});
        const fast = { lockDuration: 300, stalledInterval: 200 };
        const dead = worker('stall', () => new Promise(() => {}), { ...fast, skipLockRenewal: true, skipStalledCheck: true });
        await hear(dead, 'active');
        const w = worker('stall', async () => 'rescued', fast);
        assert.strictEqual((await hear(w, 'completed'))[0][1], 'rescued');
        dead.close(true);
    },

    async 'a worker of many hands works on many at once'() {
        const q = queue('many');
        await q.addBulk(Array.from({ length: 200 }, (_, i) => ({ name: 'm', data: { i } })));
        let now = 0, most = 0;
        const w = worker('many', async () => {
            most = Math.max(most, ++now);
            await new Promise(resolve => setImmediate(resolve));
            now--;
        }, { concurrency: 20 });
        await hear(w, 'completed', 200);
        assert.ok(most > 1 && most <= 20, `${most} at once`);
    },

    async 'a queue can be counted, listed and obliterated'() {
        const q = queue('end');
        await q.addBulk(Array.from({ length: 30 }, (_, i) => ({ name: 'x', data: {}, opts: { delay: i % 2 ? 60000 : 0 } })));
        assert.strictEqual((await q.getJobs(['wait', 'delayed'], 0, 9)).length > 0, true);
        assert.deepStrictEqual(await q.getJobCounts('wait', 'delayed'), { wait: 15, delayed: 15 });
        await q.trimEvents(5);
        await q.obliterate({ force: true });
        const redis = new Redis(connection);
        const left = await redis.keys('bull:end:*');
        redis.disconnect();
        assert.deepStrictEqual(left, []);
    },
};

(async () => {
    let passed = 0, failed = 0;
    const first = new Redis(connection);
    first.on('error', () => {});
    await first.ping();
    first.disconnect();
    for (const [name, test] of Object.entries(tests)) {
        try {
            await test();
            passed++;
        } catch (error) {
            failed++;
            console.log(`FAILED: ${name}\n${error.stack}`);
        }
        await Promise.all(open.splice(0).map(thing => thing.close(true).catch(() => {})));
    }
    console.log(`${passed} passed, ${failed} failed`);
    if (server) server.kill();
    fs.rmSync(folder, { recursive: true });
    process.exit(failed ? 1 : 0);
})();
