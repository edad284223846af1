# redis-rb in typical use: ruby smoke.rb PORT. Closes with one line "N passed, N failed".
require "redis"

$passed = $failed = 0
def same(what, got, expected)
  if got == expected
    $passed += 1
  else
    $failed += 1
    puts "failed: #{what}: #{got.inspect}, not #{expected.inspect}"
  end
end

def raises(what, kind, text)
  yield
  same(what, "no error", text)
rescue kind => e
  same(what, e.message.include?(text), true)
end

port = ARGV[0].to_i
r = Redis.new(port: port, id: "smoke")
r.flushall
same "ping", r.ping, "PONG"
same "info", r.info["redis_version"], "8.0.2"
same "set", [r.set("k", "v", ex: 100, nx: true), r.set("k", "w", nx: true)], [true, false]
same "get", r.get("k"), "v"
same "ttl", (91..100).cover?(r.ttl("k")), true
same "incrbyfloat", r.incrbyfloat("f", 1.5), 1.5
same "mget", r.mget("k", "none"), ["v", nil]
same "hgetall", [r.hset("h", "a", 1, "b", 2), r.hgetall("h")], [2, { "a" => "1", "b" => "2" }]
same "list", [r.rpush("l", [1, 2, 3]), r.lrange("l", 0, -1)], [3, %w[1 2 3]]
same "set of", [r.sadd("s", %w[x y]), r.smembers("s").sort], [2, %w[x y]]
same "zset", [r.zadd("z", [[1, "a"], [2.5, "b"]]), r.zrange("z", 0, -1, with_scores: true)], [2, [["a", 1.0], ["b", 2.5]]]
same "stream", [r.xadd("x", { f: "v" }, id: "1-1"), r.xrange("x")], ["1-1", [["1-1", { "f" => "v" }]]]
same "group", r.xgroup(:create, "x", "g", 0), "OK"
same "xreadgroup", r.xreadgroup("g", "me", "x", ">"), { "x" => [["1-1", { "f" => "v" }]] }
same "scan", r.scan_each(match: "[kfh]").sort, %w[f h k]
same "eval", r.eval("return {KEYS[1], ARGV[1]}", ["k"], ["a"]), %w[k a]
same "multi", r.multi { |t| t.set("t", 1); t.incr("t"); t.get("t") }, ["OK", 2, "2"]
same "pipelined", r.pipelined { |p| p.incr("t"); p.incr("t") }, [3, 4]
same("watch", r.watch("t") { Redis.new(port: port).set("t", "elsewhere"); r.multi { |t| t.get("t") } }, nil)
raises("wrong type", Redis::CommandError, "WRONGTYPE") { r.lpush("k", 1) }
raises("unknown", Redis::CommandError, "unknown command") { r.call("NOSUCH") }
heard = []
listener = Thread.new do
  Redis.new(port: port).subscribe("ch") do |on|
    on.subscribe { Thread.new { Redis.new(port: port).publish("ch", "hello") } }
    on.message { |channel, text| heard = [channel, text]; Thread.current.kill }
  end
end
listener.join(5)
same "heard", heard, %w[ch hello]
Thread.new { Redis.new(port: port).rpush("q", "x") }
same "blpop", r.blpop("q", timeout: 5), %w[q x]
same "config", [r.config(:set, "timeout", 7), r.config(:get, "timeout")], ["OK", { "timeout" => "7" }]
same "restore", r.restore("copy", 0, r.dump("l")), "OK"
same "object", r.object("encoding", "copy"), "listpack"
r.config(:set, "timeout", 0)
puts "#{$passed} passed, #{$failed} failed"
exit $failed.zero?
