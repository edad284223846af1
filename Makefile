# make              src/redis-server (and its check tools), optimized
# make run          starts it; ARGS='--port 7000' are its arguments
# make test         unit tests, Lua's own tests and every transcript; closes with one line "N passed, N failed"
# make unit         only tests/unit; make transcripts only the transcripts, FILES='tests/lists/*.t' some of them
# make oracle       the same transcripts against a real server at HOST=.. PORT=..
# make exchange     values from one server to another in every way there is; WITH=path/to/a/real/redis-server
# make everything   every setting changed, CONFIG REWRITE, and a start from that file; WITH= as for exchange
# make moves        each field of INFO moves as it should, and none is left out
# make shapes       what is said of commands, against a table of what Redis 8.0.2 says (part of make test)
# make sim          transcripts and random lives, with crashes and faults, in the simulator; SEED=n repeats one life
# make lives        the random lives alone, transcripts that wait for minutes, and whether the simulator finds planted mistakes
# make kill         SIGKILL under load and a new start on the same files, ROUNDS=100 times a policy: nothing answered is lost
# make faults       full disks, foreign files, directories one may not write, SHUTDOWN (part of make test)
# make fuzz         random bytes for everything that reads bytes; make differential: random commands, ours against HOST:PORT
# make cli          the modes of redis-cli (of a REDIS_CLI=program) that watch, scan and feed a server
# make metrics      the endpoint for Prometheus, judged by its promtool
# make bullmq       the job queue bullmq on top of the server: needs node and the network, so is no part of make test
# make languages    client libraries of Python, Ruby, PHP and Perl, those that are installed
# make clients      node-redis and ioredis, in typical use: likewise
# make bench        speed and memory, beside other servers if REDIS= and VALKEY= name some
# make bench-pauses           how long everybody waits while the server does something large
# make bench-persistence      snapshots, loads, rewrites, the log's price, beside the programs REDIS= and VALKEY=
# make tidy         the rules a machine can check: arrows between rooms, system headers, sizes, headers alone, settings explained
# make debug        the server under ASan and UBSan, in build/debug; SANITIZE=1 does so for any target
# make install      into $(DESTDIR)$(PREFIX)/bin; make uninstall takes it away again
# make clean        removes all that was built
#
# POLL=kqueue builds the BSD poller (on Linux over libkqueue or tests/kqueue); MALLOC=libc leaves our allocator out;
# ROOMS='os base data' builds these rooms only.

ROOMS  := os base data store server persist script commands replica cluster sentinel# lowest first
SYSTEM := $(shell uname -s)
POLL   ?= $(if $(filter Linux,$(SYSTEM)),epoll,kqueue)
MALLOC ?= $(if $(SANITIZE),libc,slab)
CC     := $(if $(filter default,$(origin CC)),cc,$(CC))
PREFIX ?= /usr/local
HOST   ?= 127.0.0.1
PORT   ?= 6379
ROUNDS ?= 100
FILES  ?= $(wildcard tests/*/*.t) $(if $(filter slab,$(MALLOC)),$(wildcard tests/*/slab/*.t))

VARIANT  := $(if $(SANITIZE),debug)$(if $(filter kqueue,$(POLL)),$(if $(filter Linux,$(SYSTEM)),kqueue))
BUILD    ?= build$(addprefix /,$(VARIANT))
BIN      := $(if $(VARIANT),$(BUILD),src)
WARN     := -Wall -Wextra -Wpedantic -Wshadow -Wstrict-prototypes -Wmissing-prototypes -Werror \
            -Wno-missing-field-initializers# rows of tables name only what they need
comma    := ,
CFLAGS   ?= $(if $(SANITIZE),-O1 -g -fno-omit-frame-pointer -fsanitize=address$(comma)undefined \
            -fno-sanitize-recover,-O2 -g)
FLAGS    := -std=gnu11 -D_GNU_SOURCE= -Isrc -Ideps -Itests -MMD -MP $(WARN) $(CFLAGS)
FLAGS    += $(if $(filter libc,$(MALLOC)),-DMEMORY_LIBC)
LIBS     := -lm -lpthread
ifeq ($(SYSTEM),Darwin)
BREW     := $(shell brew --prefix 2>/dev/null)
FLAGS    += $(BREW:%=-I%/include)
LIBS     += $(BREW:%=-L%/lib)
endif
ifeq ($(SYSTEM)$(POLL),Linuxkqueue)
STAND_IN := $(if $(wildcard /usr/include/kqueue/sys/event.h),,tests/kqueue)# where there is no libkqueue
FLAGS    += -I$(or $(STAND_IN),/usr/include/kqueue)
LIBS     += $(if $(STAND_IN),,-lkqueue)
endif
LINK     = $(CC) $(CFLAGS) $(LDFLAGS) -rdynamic -o $@ $(filter %.o %.a,$^) $(LIBS)

object   = $(patsubst %.c,$(BUILD)/%.o,$(1))
program  = $(patsubst %.c,$(BUILD)/%,$(1))
WORLD   := $(filter-out src/os/epoll.c src/os/kqueue.c,$(wildcard src/os/*.c)) $(wildcard src/os/$(POLL).c $(addsuffix /*.c,$(STAND_IN)))
HOUSE   := $(wildcard $(patsubst %,src/%/*.c,$(filter-out os,$(ROOMS))) deps/lua/*.c)
UNITS   := $(call program,$(wildcard tests/unit/test_*.c))
FUZZ    := $(call program,$(wildcard tests/fuzz/fuzz_*.c))
BENCH   := $(call program,$(filter-out %/persistence.c,$(wildcard tests/bench/*.c)))
TOOLS   := $(if $(wildcard src/main.c),$(BIN)/redis-server) \
           $(if $(wildcard src/check_rdb.c),$(BIN)/redis-check-rdb) \
           $(if $(wildcard src/check_aof.c),$(BIN)/redis-check-aof)

all: $(TOOLS) $(BUILD)/house.a
	@:

$(BIN)/redis-server: $(call object,src/main.c $(HOUSE) $(WORLD))
	$(LINK)
$(BIN)/redis-check-rdb: $(BUILD)/src/check_rdb.o $(BUILD)/house.a
	$(LINK)
$(BIN)/redis-check-aof: $(BUILD)/src/check_aof.o $(BUILD)/house.a
	$(LINK)
$(BUILD)/house.a: $(call object,$(HOUSE) $(WORLD))
	@rm -f $@
	@ar qcs $@ $^
$(BUILD)/%.o: %.c Makefile
	@mkdir -p $(@D)
	$(CC) $(FLAGS) -c -o $@ $<

run: all
	$(BIN)/redis-server $(ARGS)

# -- tests: run.sh runs each line it is given and adds up their "N passed, N failed" ------------------------------
$(UNITS) $(FUZZ) $(BENCH) $(BUILD)/tests/bench/persistence: $(BUILD)/%: $(BUILD)/%.o $(BUILD)/house.a
	$(LINK)
$(FUZZ): $(BUILD)/tests/fuzz/mutate.o
ifeq ($(SYSTEM),Linux)
$(BUILD)/tests/unit/test_process $(BUILD)/tests/unit/test_promise: $(BUILD)/tests/unit/outside.so
$(BUILD)/tests/unit/outside.so: tests/unit/outside.c Makefile
	@mkdir -p $(@D)
	$(CC) $(filter-out -fsanitize% -fno-sanitize%,$(FLAGS)) -fPIC -shared -o $@ $<
endif
FEATURED := $(addprefix $(BUILD)/tests/fuzz/,fuzz_acl fuzz_config)
$(FEATURED): $(BUILD)/tests/fuzz/features.o
$(FEATURED): LIBS := $(BUILD)/house.a $(LIBS)
$(BUILD)/transcript: LIBS += -lhiredis
HIREDIS_BENCH := $(filter-out %/bench_data,$(BENCH)) $(BUILD)/tests/bench/persistence
$(HIREDIS_BENCH): LIBS += -lhiredis
$(HIREDIS_BENCH): \
    $(call object,tests/transcript_server.c tests/transcript_text.c)
$(BUILD)/differential: LIBS += -lhiredis
TALK := $(call object,tests/fuzz/side.c tests/fuzz/grammar.c $(filter-out tests/transcript.c,$(wildcard tests/transcript*.c)))
$(BUILD)/differential: $(call object,tests/fuzz/differential.c) $(TALK)
	$(LINK)
$(BUILD)/traffic: LIBS += -lhiredis
$(BUILD)/traffic: $(call object,tests/fuzz/traffic.c) $(TALK) $(BUILD)/house.a
	$(LINK)
$(BUILD)/exchange: LIBS += -lhiredis
$(BUILD)/exchange: $(call object,tests/persist/exchange.c tests/transcript_server.c tests/transcript_text.c)
	$(LINK)
$(BUILD)/shapes: LIBS += -lhiredis
$(BUILD)/shapes: $(call object,tests/commands/shapes.c $(addprefix tests/transcript_,line.c reply.c server.c text.c))
	$(LINK)
$(BUILD)/everything: LIBS += -lhiredis
$(BUILD)/everything: $(call object,tests/config/everything.c tests/transcript_server.c tests/transcript_text.c)
	$(LINK)
$(BUILD)/moves: LIBS += -lhiredis
$(BUILD)/moves: $(call object,tests/introspection/moves.c tests/transcript_server.c tests/transcript_text.c)
	$(LINK)
$(BUILD)/kill: LIBS += -lhiredis
$(BUILD)/kill: $(call object,tests/kill/kill.c tests/transcript_server.c tests/transcript_text.c)
	$(LINK)
$(BUILD)/faults: LIBS += -lhiredis
$(BUILD)/faults: $(call object,$(wildcard tests/faults/*.c) tests/transcript_server.c tests/transcript_text.c)
	$(LINK)
$(BUILD)/transcript: $(call object,$(wildcard tests/transcript*.c))
	$(LINK)

TRANSCRIPTS := $(if $(and $(wildcard tests/transcript.c),$(wildcard src/main.c)),$(BUILD)/transcript)
PLAY         = $(BUILD)/transcript --server $(BIN)/redis-server $(FILES)
# Lua's own tests build a checked interpreter themselves, so a checked run of ours need not repeat them.
LUA_TEST    := $(if $(SANITIZE),,$(if $(wildcard deps/lua/Makefile),$(MAKE) -s --no-print-directory -C deps/lua test))

EXCHANGE     = $(BUILD)/exchange --server $(BIN)/redis-server $(if $(WITH),--with $(WITH))
FAULTS       = $(BUILD)/faults --server $(BIN)/redis-server
KILL         = $(BUILD)/kill --server $(BIN)/redis-server $(if $(SEED),--seed $(SEED))
EVERYTHING   = $(BUILD)/everything --server $(BIN)/redis-server $(if $(WITH),--with $(WITH)) tests/config/values.tsv
MOVES        = $(BUILD)/moves --server $(BIN)/redis-server tests/introspection/moves.tsv
SHAPES       = $(BUILD)/shapes --server $(BIN)/redis-server tests/commands/redis-8.0.2.tsv
test: all $(UNITS) $(TRANSCRIPTS) $(BUILD)/exchange $(BUILD)/everything $(BUILD)/moves $(BUILD)/shapes $(BUILD)/kill $(if $(filter Linux,$(SYSTEM)),$(BUILD)/faults)
	@sh tests/run.sh $(UNITS) $(if $(LUA_TEST),'$(LUA_TEST)') $(if $(TRANSCRIPTS),'$(PLAY)') '$(EXCHANGE)' '$(EVERYTHING)' '$(MOVES)' '$(SHAPES)' '$(KILL) --rounds 5' 'sh tests/install.sh' 'sh tests/way_in.sh $(BIN)/redis-server' \
	    $(if $(filter Linux,$(SYSTEM)),'$(FAULTS)')
kill: all $(BUILD)/kill
	@sh tests/run.sh '$(KILL) --rounds $(ROUNDS)'
faults: all $(BUILD)/faults
	@sh tests/run.sh '$(FAULTS)'
shapes: all $(BUILD)/shapes
	@sh tests/run.sh '$(SHAPES)'
exchange: all $(BUILD)/exchange
	@sh tests/run.sh '$(EXCHANGE)'
moves: all $(BUILD)/moves
	@sh tests/run.sh '$(MOVES)'
everything: all $(BUILD)/everything
	@sh tests/run.sh '$(EVERYTHING)'
unit: all $(UNITS)
	@sh tests/run.sh $(UNITS)
transcripts: all $(TRANSCRIPTS)
	@sh tests/run.sh '$(PLAY)'
oracle: $(BUILD)/transcript
	$< --against $(HOST):$(PORT) $(FILES)
fuzz: all $(FUZZ) $(BUILD)/traffic
	@sh tests/run.sh $(FUZZ) '$(BUILD)/traffic --server $(BIN)/redis-server'
differential: all $(BUILD)/differential
	$(BUILD)/differential --server $(BIN)/redis-server --oracle $(HOST):$(PORT) $(ARGS)
cli: all
	@sh tests/run.sh 'sh tests/cli.sh $(BIN)/redis-server'
metrics: all
	@sh tests/run.sh 'sh tests/metrics.sh $(BIN)/redis-server'
$(BUILD)/%/node_modules: tests/%/package.json
	@mkdir -p $(@D)
	cp $< $(@D) && cd $(@D) && npm install --no-audit --no-fund && touch node_modules
bullmq: all $(BUILD)/bullmq/node_modules
	@cp tests/bullmq/queues.js $(BUILD)/bullmq
	@SERVER=$(abspath $(BIN)/redis-server) sh tests/run.sh 'timeout 300 node $(BUILD)/bullmq/queues.js'
languages: all
	@sh tests/run.sh 'sh tests/languages/smoke.sh $(BIN)/redis-server'
clients: all $(BUILD)/node/node_modules
	@cp tests/node/clients.js $(BUILD)/node
	@SERVER=$(abspath $(BIN)/redis-server) sh tests/run.sh 'timeout 300 node $(BUILD)/node/clients.js'
bench: all $(BENCH)
	@sh tests/bench/benchmark.sh $(BIN)/redis-server
	@for each in $(filter-out %/pauses,$(BENCH)); do $$each || exit 1; done

bench-pauses: all $(BUILD)/tests/bench/pauses
	@$(BUILD)/tests/bench/pauses

bench-persistence: all $(BUILD)/tests/bench/persistence
	@TMPDIR=$${TMPDIR:-/var/tmp} $(BUILD)/tests/bench/persistence $(ONLY)

INVENTED := $(filter-out $(addprefix tests/sim/,lives.c line.c server.c planted.c),$(wildcard tests/sim/*.c)) src/os/pages.c
SIM      := $(call object,$(INVENTED) $(HOUSE) tests/sim/planted.c) $(BUILD)/tests/sim/server_main.o
$(BUILD)/tests/sim/server_main.o: src/main.c Makefile
	@mkdir -p $(@D)
	$(CC) $(FLAGS) -Wno-missing-prototypes -Dmain=server_main -Drun_server=planted_run -c -o $@ $<
$(BUILD)/simulator: $(SIM) $(call object,$(addprefix tests/sim/,line.c server.c) \
    $(filter-out $(addprefix tests/transcript_,line.c server.c),$(wildcard tests/transcript*.c)))
	$(LINK)
$(BUILD)/lives: $(SIM) $(call object,$(addprefix tests/,sim/lives.c sim/line.c transcript_text.c transcript_reply.c))
	$(LINK)
$(BUILD)/toy: $(call object,$(INVENTED) tests/sim/toy/toy.c)
	$(LINK)
PATIENT := $(wildcard tests/sim/patience/*.t)
REAL    := tests/scripting/debugger.t $(addprefix tests/introspection/,latency_events.t restart.t) $(wildcard tests/*/slab/*.t)# need real time, or processes
sim: $(addprefix $(BUILD)/,toy simulator lives)
	@sh tests/run.sh $(if $(SEED),'$(BUILD)/lives --seed $(SEED)',$(BUILD)/toy '$(BUILD)/simulator $(filter-out $(REAL),$(FILES)) $(PATIENT)' $(BUILD)/lives)

lives: $(addprefix $(BUILD)/,toy simulator lives)
	@sh tests/run.sh $(BUILD)/toy '$(BUILD)/simulator $(PATIENT)' $(BUILD)/lives

# -- tidiness ------------------------------------------------------------------------------------------------------
C_FILES := $(sort $(shell find src tests deps -name '*.[ch]' 2>/dev/null))
HEADERS := $(filter-out tests/kqueue/%,$(filter %.h,$(C_FILES)))
STRAYS  := $(filter-out $(HOUSE) src/os/% src/main.c src/check_rdb.c src/check_aof.c,$(filter src/%.c,$(C_FILES)))

tidy: $(patsubst %.h,$(BUILD)/alone/%.ok,$(HEADERS))
	@awk -v rooms="$(ROOMS)" -f tests/tidy.awk $(C_FILES)
	@awk -f tests/settings.awk redis.conf tests/config/values.tsv $(wildcard src/*/*.c)
	@test -z "$(STRAYS)" || { echo "in no room: $(STRAYS)"; exit 1; }
	@echo "tidy: $(words $(C_FILES)) files"
$(BUILD)/alone/%.ok: %.h Makefile
	@mkdir -p $(@D)
	@printf '#include "%s"\nextern int nothing;\n' '$(abspath $<)' | \
	    $(CC) $(filter-out -MMD -MP,$(FLAGS)) -Wno-unused -fsyntax-only -x c - && touch $@

debug:
	$(MAKE) SANITIZE=1 all
install: all
	install -d $(DESTDIR)$(PREFIX)/bin
	install $(TOOLS) $(DESTDIR)$(PREFIX)/bin
uninstall:
	rm -f $(addprefix $(DESTDIR)$(PREFIX)/bin/,redis-server redis-check-rdb redis-check-aof)
clean:
	rm -rf build src/redis-server src/redis-check-rdb src/redis-check-aof

-include $(shell find $(BUILD) -name '*.d' 2>/dev/null)
.PHONY: all run test unit transcripts oracle exchange everything moves shapes kill faults sim lives fuzz differential bullmq clients languages metrics cli bench bench-pauses bench-persistence tidy debug install uninstall clean
.SECONDARY:
