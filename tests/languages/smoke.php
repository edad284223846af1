<?php
// phpredis in typical use: php smoke.php PORT. Closes with one line "N passed, N failed".
$passed = $failed = 0;
function same($what, $got, $expected) {
    global $passed, $failed;
    if ($got === $expected) {
        $passed++;
        return;
    }
    $failed++;
    echo "failed: $what: ", json_encode($got), ", not ", json_encode($expected), "\n";
}
$port = (int)$argv[1];
$r = new Redis();
$r->connect('127.0.0.1', $port);
$r->flushAll();
same('ping', $r->ping(), true);
same('info', $r->info()['redis_version'], '8.0.2');
same('set', [$r->set('k', 'v', ['nx', 'ex' => 100]), $r->set('k', 'w', ['nx'])], [true, false]);
same('get', $r->get('k'), 'v');
same('ttl', $r->ttl('k') > 90, true);
same('incrByFloat', $r->incrByFloat('f', 1.5), 1.5);
same('mGet', $r->mGet(['k', 'none']), ['v', false]);
same('hash', [$r->hMSet('h', ['a' => '1', 'b' => '2']), $r->hGetAll('h')], [true, ['a' => '1', 'b' => '2']]);
same('list', [$r->rPush('l', 1, 2, 3), $r->lRange('l', 0, -1)], [3, ['1', '2', '3']]);
same('set of', [$r->sAdd('s', 'x', 'y'), $r->sIsMember('s', 'y')], [2, true]);
same('zset', [$r->zAdd('z', 1, 'a', 2.5, 'b'), $r->zRange('z', 0, -1, true)], [2, ['a' => 1.0, 'b' => 2.5]]);
same('stream', [$r->xAdd('x', '1-1', ['f' => 'v']), $r->xRange('x', '-', '+')], ['1-1', ['1-1' => ['f' => 'v']]]);
same('group', $r->xGroup('CREATE', 'x', 'g', '0'), true);
same('xReadGroup', $r->xReadGroup('g', 'me', ['x' => '>']), ['x' => ['1-1' => ['f' => 'v']]]);
$found = [];
$cursor = null;
while (($keys = $r->scan($cursor, '[kfh]')) !== false) $found = array_merge($found, $keys);
sort($found);
same('scan', $found, ['f', 'h', 'k']);
same('eval', $r->eval('return {KEYS[1], ARGV[1]}', ['k', 'a'], 1), ['k', 'a']);
same('multi', $r->multi()->set('t', '1')->incr('t')->get('t')->exec(), [true, 2, '2']);
same('pipeline', $r->pipeline()->incr('t')->incr('t')->exec(), [3, 4]);
$other = new Redis();
$other->connect('127.0.0.1', $port);
$r->watch('t');
$other->set('t', 'elsewhere');
same('watch', $r->multi()->get('t')->exec(), false);
same('wrong type', [$r->lPush('k', 1), strncmp($r->getLastError(), 'WRONGTYPE', 9)], [false, 0]);
same('unknown', [$r->rawCommand('NOSUCH'), strpos($r->getLastError(), 'unknown command') !== false], [false, true]);
$other->rPush('q', 'x');
same('blPop', $r->blPop(['q'], 5), ['q', 'x']);
same('config', [$r->config('SET', 'timeout', '7'), $r->config('GET', 'timeout')], [true, ['timeout' => '7']]);
same('restore', $r->restore('copy', 0, $r->dump('l')), true);
same('object', $r->object('encoding', 'copy'), 'listpack');
same('geo', [$r->geoAdd('g', 13.361389, 38.115556, 'Palermo'), $r->geoHash('g', 'Palermo')], [1, ['sqc8b49rny0']]);
$r->config('SET', 'timeout', '0');
echo "$passed passed, $failed failed\n";
exit($failed > 0 ? 1 : 0);
