using Cradle.Rules.Evaluation;
using Cradle.Rules.Populations;

namespace Cradle.Rules.Lowering;

/// <summary>All columns of answers of a policy as operations of one graph, for the days of a span and one profile of populations.</summary>
internal sealed class LoweredPolicy
{
    private LoweredPolicy(OpGraph graph, IReadOnlyList<LoweredOutcome> outcomes, IReadOnlyDictionary<OutcomeKey, string> left) =>
        (Graph, Outcomes, Left) = (graph, outcomes, left);

    /// <summary>The graph of all operations.</summary>
    public OpGraph Graph { get; }

    /// <summary>The columns that were lowered.</summary>
    public IReadOnlyList<LoweredOutcome> Outcomes { get; }

    /// <summary>The columns that were not, because it could not be proven that their figures fit, with the reason; the reference answers them.</summary>
    public IReadOnlyDictionary<OutcomeKey, string> Left { get; }

    /// <summary>Columns that were lowered otherwise.</summary>
    public static LoweredPolicy Of(OpGraph graph, IReadOnlyList<LoweredOutcome> outcomes) => new(graph, outcomes, new Dictionary<OutcomeKey, string>());

    /// <summary>Lowers the columns of a policy.</summary>
    /// <param name="policy">The policy.</param>
    /// <param name="keys">The columns.</param>
    /// <param name="days">The days that may be asked for.</param>
    /// <param name="profile">What is known of the population.</param>
    public static LoweredPolicy Lower(CompiledPolicy policy, IEnumerable<OutcomeKey> keys, DaySpan days, PopulationProfile profile)
    {
        var graph = new OpGraph(profile);
        var today = graph.Day(days);
        var outcomes = new List<LoweredOutcome>();
        var left = new Dictionary<OutcomeKey, string>();
        foreach (var key in keys)
        {
            try
            {
                outcomes.Add(new OutcomeLowering(policy, graph, today, key).Lower());
            }
            catch (NotLoweredException reason)
            {
                left[key] = reason.Message;
            }
        }

        return new LoweredPolicy(graph, outcomes, left);
    }
}
