using Cradle.Demography.Consistency;
using Cradle.Demography.Files;
using Cradle.Demography.Projection;
using Cradle.Demography.Uncertainty;

namespace Cradle.Cli.Demography;

/// <summary>What is to be projected, and how.</summary>
internal sealed record ProjectionRequest(ProjectionCase Data, ProjectionConvention Convention, int? Decimals, ProbabilisticOptions? Fan, ProjectionCase? Nation = null);

/// <summary>What came out: accounts and, when asked for, the bands of each division and of all together, and how divisions were scaled to the nation.</summary>
internal sealed record ProjectionResult(
    ProjectionRequest Request, IReadOnlyList<ProjectionAccounts> Accounts, IReadOnlyList<(string Division, IReadOnlyDictionary<FanMeasure, QuantileBand> Bands)> Fans, IReadOnlyList<NationalFactor> Factors)
{
    /// <summary>The name under which all divisions together stand in a fan.</summary>
    public const string Together = "(all)";
}
