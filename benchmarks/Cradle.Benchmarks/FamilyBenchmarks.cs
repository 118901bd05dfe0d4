using System.Buffers;
using BenchmarkDotNet.Attributes;
using Cradle.Primitives;
using Cradle.Rules.Evaluation;
using Cradle.Rules.Explain;
using Cradle.Rules.Facts;
using Cradle.Rules.Packs;

namespace Cradle.Benchmarks;

/// <summary>What one family costs, from its JSON to the answer, over all packs of the repository.</summary>
[MemoryDiagnoser]
public class FamilyBenchmarks
{
    private static readonly DateOnly Today = new(2026, 3, 1);

    private readonly ArrayBufferWriter<byte> _body = new();
    private string _json = "";
    private FamilyReader _reader = null!;
    private FamilyFacts _family = null!;
    private FamilyFacts _stranger = null!;
    private Evaluator _evaluator = null!;
    private Explainer _explainer = null!;
    private Answer _answer = null!;

    [GlobalSetup]
    public void Load()
    {
        var root = Root();
        var policy = new CompiledPolicy(PackLoader.Load(Path.Combine(root, "policies")));
        _json = File.ReadAllText(Path.Combine(root, "docs", "examples", "family.json"));
        _reader = new FamilyReader(policy.Pack.Vocabulary, DivisionCatalogue.Load(Path.Combine(root, "data", "divisions")));
        _family = _reader.Read(_json, Today).Facts!;
        _stranger = _reader.Read("{}", Today).Facts!;
        _evaluator = new Evaluator(policy);
        _explainer = new Explainer(_evaluator, Language.Chinese);
        _answer = _evaluator.Evaluate(_family);
    }

    [Benchmark]
    public FamilyReading Read() => _reader.Read(_json, Today);

    [Benchmark(Baseline = true)]
    public Answer Evaluate() => _evaluator.Evaluate(_family);

    /// <summary>A family of which nothing is known: every region and every version is looked at.</summary>
    [Benchmark]
    public Answer EvaluateUnknown() => _evaluator.Evaluate(_stranger);

    [Benchmark]
    public int WriteJson()
    {
        _body.ResetWrittenCount();
        AnswerWriter.Write(_body, _answer, [], Language.Chinese);
        return _body.WrittenCount;
    }

    [Benchmark]
    public int WriteJsonWithReasons()
    {
        _body.ResetWrittenCount();
        AnswerWriter.Write(_body, _answer, [], Language.Chinese, _explainer.Reasons(_family));
        return _body.WrittenCount;
    }

    [Benchmark]
    public Explanation ExplainOne() => _explainer.Explain(_answer.Outcomes[0], _family);

    private static string Root()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            if (File.Exists(Path.Combine(folder.FullName, "Cradle.slnx")))
                return folder.FullName;
        throw new DirectoryNotFoundException("No Cradle.slnx was found from here upwards.");
    }
}
