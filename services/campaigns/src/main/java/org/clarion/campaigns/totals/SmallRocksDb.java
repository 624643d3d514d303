package org.clarion.campaigns.totals;

import java.util.Map;
import org.apache.kafka.streams.state.RocksDBConfigSetter;
import org.rocksdb.BlockBasedTableConfig;
import org.rocksdb.Cache;
import org.rocksdb.LRUCache;
import org.rocksdb.Options;
import org.rocksdb.WriteBufferManager;

/** One bounded memory for all stores of this process: there are two dozen, and by default each takes what it wants. */
public class SmallRocksDb implements RocksDBConfigSetter {

    private static final long MEBIBYTE = 1024 * 1024;

    private static final class Shared {
        static final Cache CACHE = new LRUCache(32 * MEBIBYTE);
        static final WriteBufferManager BUFFERS = new WriteBufferManager(16 * MEBIBYTE, CACHE);
    }

    @Override
    public void setConfig(String store, Options options, Map<String, Object> configs) {
        var table = (BlockBasedTableConfig) options.tableFormatConfig();
        table.setBlockCache(Shared.CACHE);
        table.setCacheIndexAndFilterBlocks(true);
        options.setTableFormatConfig(table);
        options.setWriteBufferManager(Shared.BUFFERS);
        options.setWriteBufferSize(4 * MEBIBYTE);
        options.setMaxWriteBufferNumber(2);
    }

    @Override
    public void close(String store, Options options) {
        // What is shared lives as long as the process.
    }
}
