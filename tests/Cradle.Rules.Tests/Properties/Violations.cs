using System.Globalization;
using System.Text;
using Cradle.Rules.Evaluation;

namespace Cradle.Rules.Tests.Properties;

/// <summary>Gathers what breaks a law by quantity and rule, so that one failing test names them all with an example each.</summary>
internal sealed class Violations
{
    private readonly Dictionary<string, (int Count, string Example)> _found = [];

    public void Add(Outcome outcome, int seed, string what)
    {
        var key = $"{outcome.Header.Id} / {outcome.Rule?.Id}{(outcome.IsDraft ? " (draft)" : "")}";
        var (count, example) = _found.GetValueOrDefault(key, (0, string.Create(CultureInfo.InvariantCulture, $"seed {seed}: {what}")));
        _found[key] = (count + 1, example);
    }

    public void AssertNone()
    {
        if (_found.Count == 0)
            return;
        var text = new StringBuilder();
        foreach (var (key, (count, example)) in _found.OrderByDescending(pair => pair.Value.Count))
            text.AppendLine(CultureInfo.InvariantCulture, $"{key} ×{count}: {example}");
        Assert.Fail(text.ToString());
    }
}
