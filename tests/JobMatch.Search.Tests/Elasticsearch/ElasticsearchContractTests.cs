using JobMatch.Search.Tests.Embedded;
using JobMatch.Search.Tests.Queries;

namespace JobMatch.Search.Tests.Elasticsearch;

[NeedsElasticsearch]
public sealed class ElasticsearchPostingSearchTests(HandMadeCounty<ElasticsearchEngine> county) : PostingSearchContract<ElasticsearchEngine>(county);

[NeedsElasticsearch]
public sealed class ElasticsearchPostingPlaceTests(HandMadeCounty<ElasticsearchEngine> county) : PostingPlaceContract<ElasticsearchEngine>(county);

[NeedsElasticsearch]
public sealed class ElasticsearchWorkerSearchTests(HandMadeCounty<ElasticsearchEngine> county) : WorkerSearchContract<ElasticsearchEngine>(county);

[NeedsElasticsearch]
public sealed class ElasticsearchWorkerRecordsTests(HandMadeCounty<ElasticsearchEngine> county) : WorkerRecordsContract<ElasticsearchEngine>(county);

[NeedsElasticsearch]
public sealed class ElasticsearchWorkerWishesTests(HandMadeCounty<ElasticsearchEngine> county) : WorkerWishesContract<ElasticsearchEngine>(county);

[NeedsElasticsearch]
public sealed class ElasticsearchWorkerWordsTests(HandMadeCounty<ElasticsearchEngine> county) : WorkerWordsContract<ElasticsearchEngine>(county);

[NeedsElasticsearch]
public sealed class ElasticsearchIndexWriterTests : IndexWriterContract<ElasticsearchEngine>;

[NeedsElasticsearch]
public sealed class ElasticsearchIndexFreshnessTests : IndexFreshnessContract<ElasticsearchEngine>;

[NeedsElasticsearch]
public sealed class ElasticsearchPostingSeamTests(HandMadeCounty<ElasticsearchEngine> county) : PostingSeamContract<ElasticsearchEngine>(county);

[NeedsElasticsearch]
public sealed class ElasticsearchIndexReconcileTests : IndexReconcileContract<ElasticsearchEngine>;

[NeedsElasticsearch]
public sealed class ElasticsearchHandWrittenQueriesTests(HandMadeCounty<ElasticsearchEngine> county) : HandWrittenQueriesContract<ElasticsearchEngine>(county);

[NeedsElasticsearch]
public sealed class ElasticsearchGeneratedQueriesTests(HandMadeCounty<ElasticsearchEngine> county) : GeneratedQueriesContract<ElasticsearchEngine>(county);

[NeedsElasticsearch]
public sealed class TwoEnginesTests(TwoCounties<EmbeddedEngine, ElasticsearchEngine> counties) : TwoEnginesContract<EmbeddedEngine, ElasticsearchEngine>(counties);
