# INFO and MEMORY STATS know how many there are.

> INFO memory
...
number_of_cached_scripts:0
number_of_functions:0
number_of_libraries:0
...

> SCRIPT LOAD "return 1"
"e0e1f9fabfc9d4800c877a703b823ac0578ff8db"

> EVAL "return 2" 0
(integer) 2

> FUNCTION LOAD "#!lua name=a\nredis.register_function('a1',function() return 1 end) redis.register_function('a2',function() return 1 end)"
"a"

> FUNCTION LOAD "#!lua name=b\nredis.register_function('b1',function() return 1 end)"
"b"

> INFO memory
...
used_memory_lua:...
used_memory_vm_eval:...
used_memory_lua_human:...
used_memory_scripts_eval:...
number_of_cached_scripts:2
number_of_functions:3
number_of_libraries:2
used_memory_vm_functions:...
used_memory_vm_total:...
used_memory_vm_total_human:...
used_memory_functions:...
used_memory_scripts:...
used_memory_scripts_human:...
...

> FUNCTION DELETE a
OK

> SCRIPT FLUSH
OK

> INFO memory
...
number_of_cached_scripts:0
number_of_functions:1
number_of_libraries:1
...

> FUNCTION FLUSH
OK

> INFO memory
...
used_memory_scripts_eval:0
number_of_cached_scripts:0
number_of_functions:0
number_of_libraries:0
...
