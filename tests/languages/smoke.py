"""redis-py in typical use: python3 smoke.py PORT. Closes with one line "N passed, N failed"."""
import sys
import threading
import redis

port = int(sys.argv[1])
passed = failed = 0


def same(what, got, expected):
    global passed, failed
    if got == expected:
        passed += 1
    else:
        failed += 1
        print(f"failed: {what}: {got!r}, not {expected!r}")


def raises(what, kind, text, work):
    try:
        work()
        same(what, "no error", text)
    except kind as e:
        same(what, text in str(e), True)


r = redis.Redis(port=port, decode_responses=True, client_name="smoke")
r.flushall()
same("ping", r.ping(), True)
same("name", r.client_getname(), "smoke")
same("info", r.info()["redis_version"], "8.0.2")
same("set", r.set("k", "v", ex=100, nx=True), True)
same("set again", r.set("k", "w", nx=True), None)
same("get", r.get("k"), "v")
same("ttl", 90 < r.ttl("k") <= 100, True)
same("incrbyfloat", r.incrbyfloat("f", 1.5), 1.5)
same("mget", r.mget("k", "none"), ["v", None])
same("hset", r.hset("h", mapping={"a": "1", "b": "2"}), 2)
same("hgetall", r.hgetall("h"), {"a": "1", "b": "2"})
same("rpush", r.rpush("l", *range(5)), 5)
same("lrange", r.lrange("l", 1, 3), ["1", "2", "3"])
same("lpos", r.lpos("l", "3"), 3)
same("smembers", (r.sadd("s", "x", "y"), r.smembers("s")), (2, {"x", "y"}))
same("zadd", r.zadd("z", {"a": 1, "b": 2.5}), 2)
same("zrange", r.zrange("z", 0, -1, withscores=True), [("a", 1.0), ("b", 2.5)])
same("geo", (r.geoadd("g", (13.361389, 38.115556, "Palermo")), r.geohash("g", "Palermo")), (1, ["sqc8b49rny0"]))
same("xadd", r.xadd("x", {"f": "v"}, id="1-1"), "1-1")
same("xrange", r.xrange("x"), [("1-1", {"f": "v"})])
same("group", r.xgroup_create("x", "g", 0), True)
same("xreadgroup", r.xreadgroup("g", "me", {"x": ">"}), [["x", [("1-1", {"f": "v"})]]])
same("xpending", r.xpending("x", "g")["pending"], 1)
same("bitop", (r.set("b1", "\x0f"), r.bitop("NOT", "b2", "b1"), r.bitcount("b2")), (True, 1, 4))
same("scan", sorted(r.scan_iter("[kfh]")), ["f", "h", "k"])
same("eval", r.eval("return {KEYS[1], ARGV[1]}", 1, "k", "a"), ["k", "a"])
script = r.register_script("return redis.call('INCRBY', KEYS[1], ARGV[1])")
same("script", [script(keys=["n"], args=[2]), script(keys=["n"], args=[2])], [2, 4])
with r.pipeline() as p:
    same("transaction", p.set("t", 1).incr("t").get("t").execute(), [True, 2, "2"])
with r.pipeline() as p:
    p.watch("t")
    r.set("t", "elsewhere")
    p.multi()
    p.get("t")
    raises("watch", redis.WatchError, "", p.execute)
raises("wrong type", redis.ResponseError, "WRONGTYPE", lambda: r.lpush("k", 1))
raises("unknown", redis.ResponseError, "unknown command", lambda: r.execute_command("NOSUCH"))
raises("no script", redis.exceptions.NoScriptError, "", lambda: r.evalsha("0" * 40, 0))
p = r.pubsub()
p.subscribe("ch")
p.psubscribe("c*")
same("subscribed", [p.get_message(timeout=5)["type"] for _ in range(2)], ["subscribe", "psubscribe"])
same("publish", r.publish("ch", "hello"), 2)
same("heard", sorted(p.get_message(timeout=5)["type"] for _ in range(2)), ["message", "pmessage"])
p.close()
threading.Timer(0.1, lambda: redis.Redis(port=port).rpush("q", "x")).start()
same("blpop", r.blpop("q", timeout=5), ("q", "x"))
same("config", (r.config_set("timeout", 7), r.config_get("timeout")), (True, {"timeout": "7"}))
same("client list", {c["name"] for c in r.client_list() if c["name"]}, {"smoke"})
same("command", r.command_count() > 200, True)
same("memory", r.memory_usage("k") > 0, True)
same("slowlog", isinstance(r.slowlog_get(), list), True)
same("lock", r.lock("lock", timeout=5).acquire(blocking=False), True)
same("dump", r.restore("copy", 0, redis.Redis(port=port).dump("l")) in ("OK", True), True)
r.config_set("timeout", 0)
print(f"{passed} passed, {failed} failed")
sys.exit(failed > 0)
