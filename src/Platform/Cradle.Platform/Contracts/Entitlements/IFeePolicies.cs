namespace Cradle.Platform.Contracts.Entitlements;

/// <summary>What the policy in force says of the fee that used to be levied for births: asked by whoever winds up old cases, answered from the packs.</summary>
public interface IFeePolicies
{
    /// <summary>The end of the fee.</summary>
    FeeAbolition Abolition { get; }
}

/// <summary>Since when no fee is levied and no case is opened.</summary>
/// <param name="On">The first day.</param>
/// <param name="Rule">The rule that says so.</param>
/// <param name="Cites">What it rests on, as people read it; names of laws stay Chinese.</param>
public sealed record FeeAbolition(DateOnly On, string Rule, IReadOnlyList<string> Cites);
