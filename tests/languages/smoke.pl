# Redis.pm in typical use: perl smoke.pl PORT. Closes with one line "N passed, N failed".
use strict;
use warnings;
use Redis;

my ($passed, $failed) = (0, 0);

sub text {
    my $value = shift;
    return 'undef' unless defined $value;
    return '[' . join(' ', map { text($_) } @$value) . ']' if ref $value eq 'ARRAY';
    return $value;
}

sub same {
    my ($what, $got, $expected) = @_;
    if (text($got) eq text($expected)) { $passed++; return }
    $failed++;
    print "failed: $what: ", text($got), ', not ', text($expected), "\n";
}

my $port = shift;
my $r = Redis->new(server => "127.0.0.1:$port", name => 'smoke');
$r->flushall;
same('ping', $r->ping, 'PONG');
same('name', $r->client_getname, 'smoke');
same('info', $r->info->{redis_version}, '8.0.2');
same('set', [ scalar $r->set('k', 'v', 'EX', 100, 'NX'), scalar $r->set('k', 'w', 'NX') ], [ 'OK', undef ]);
same('get', scalar $r->get('k'), 'v');
same('mget', [ $r->mget('k', 'none') ], [ 'v', undef ]);
$r->hset('h', 'a', 1);
same('hgetall', [ $r->hgetall('h') ], [ 'a', 1 ]);
same('rpush', scalar $r->rpush('l', 1, 2, 3), 3);
same('lrange', [ $r->lrange('l', 0, -1) ], [ 1, 2, 3 ]);
same('zadd', scalar $r->zadd('z', 1, 'a', 2.5, 'b'), 2);
same('zrange', [ $r->zrange('z', 0, -1, 'WITHSCORES') ], [ 'a', 1, 'b', 2.5 ]);
same('xadd', scalar $r->xadd('x', '1-1', 'f', 'v'), '1-1');
same('keys', [ sort $r->keys('[kh]') ], [ 'h', 'k' ]);
same('eval', [ $r->eval('return {KEYS[1], ARGV[1]}', 1, 'k', 'a') ], [ 'k', 'a' ]);
$r->multi;
$r->set('t', 1);
$r->incr('t');
same('exec', [ $r->exec ], [ 'OK', 2 ]);
eval { $r->lpush('k', 1) };
same('wrong type', $@ =~ /WRONGTYPE/ ? 1 : 0, 1);
eval { $r->nosuch };
same('unknown', $@ =~ /unknown command/ ? 1 : 0, 1);
my $heard = '';
my $listener = Redis->new(server => "127.0.0.1:$port");
$listener->subscribe('ch', sub { my ($message, $topic) = @_; $heard = "$topic $message" });
$r->publish('ch', 'hello');
$listener->wait_for_messages(5) for 1 .. 1;
same('heard', $heard, 'ch hello');
$r->rpush('q', 'x');
same('blpop', [ $r->blpop('q', 5) ], [ 'q', 'x' ]);
same('restore', scalar $r->restore('copy', 0, scalar $r->dump('l')), 'OK');
my @later;
$r->incr('n', sub { push @later, $_[0] }) for 1 .. 3;
$r->wait_all_responses;
same('pipeline', \@later, [ 1, 2, 3 ]);
print "$passed passed, $failed failed\n";
exit($failed > 0);
