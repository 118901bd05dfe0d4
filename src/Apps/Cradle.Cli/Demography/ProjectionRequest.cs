using Cradle.Demography.Files;
using Cradle.Demography.Projection;
using Cradle.Demography.Uncertainty;

namespace Cradle.Cli.Demography;

/// <summary>What is to be projected, and how.</summary>
internal sealed record ProjectionRequest(ProjectionCase Data, ProjectionConvention Convention, int? Decimals, ProbabilisticOptions? Fan);

/// <summary>What came out: accounts and, when asked for, the bands of each division.</summary>
internal sealed record ProjectionResult(
    ProjectionRequest Request, IReadOnlyList<ProjectionAccounts> Accounts, IReadOnlyList<(string Division, IReadOnlyDictionary<FanMeasure, QuantileBand> Bands)> Fans);
