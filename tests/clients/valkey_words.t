!skip oracle
# What clients of Valkey say: answered as Valkey does.
> CLIENT CAPA redirect
OK
> CLIENT CAPA redirect something
OK
> CLIENT CAPA
(error) ERR wrong number of arguments for 'client|capa' command
> CLIENT IMPORT-SOURCE ON
(error) ERR Server is not in import mode
> CLIENT IMPORT-SOURCE SOMEHOW
(error) ERR ...
