namespace Cradle.Demography.Uncertainty;

/// <summary>The standard normal deviates of one trajectory: those of fertility, life expectancy and migration, year by year.</summary>
internal sealed class DeviatePaths
{
    private readonly double[][] steps;
    private readonly double[,] factor;

    public DeviatePaths(IndicatorBounds bounds, ProbabilisticOptions options)
    {
        var life = bounds.LifeExpectancy.Female;
        var migration = bounds.NetMigration ?? bounds.TotalFertility;
        steps =
        [
            Persistence.StepCorrelations(bounds.TotalFertility, Persistence.FromWidening(bounds.TotalFertility, 0.95)),
            Persistence.StepCorrelations(life, Persistence.FromWidening(life, 0.95)),
            Persistence.StepCorrelations(migration, options.MigrationPersistence),
        ];
        factor = Cholesky(options);
        Years = steps[0].Length + 1;
    }

    public int Years { get; }

    /// <summary>Fills three rows of deviates: each normal with variance one, hanging together in time and with one another.</summary>
    public void Fill(ref NormalStream stream, Span<double> fertility, Span<double> life, Span<double> migration)
    {
        for (var index = 0; index < Years; index++)
        {
            var (a, b, c) = (stream.Next(), stream.Next(), stream.Next());
            var second = factor[1, 0] * a + factor[1, 1] * b;
            var third = factor[2, 0] * a + factor[2, 1] * b + factor[2, 2] * c;
            Continue(fertility, index, steps[0], a);
            Continue(life, index, steps[1], second);
            Continue(migration, index, steps[2], third);
        }
    }

    private static void Continue(Span<double> path, int index, double[] steps, double surprise) =>
        path[index] = index == 0 ? surprise : steps[index - 1] * path[index - 1] + Math.Sqrt(1 - steps[index - 1] * steps[index - 1]) * surprise;

    private static double[,] Cholesky(ProbabilisticOptions options)
    {
        var (fertilityLife, fertilityMigration, lifeMigration) = (options.FertilityWithLifeExpectancy, options.FertilityWithMigration, options.LifeExpectancyWithMigration);
        var second = 1 - fertilityLife * fertilityLife;
        var mixed = second > 0 ? (lifeMigration - fertilityLife * fertilityMigration) / Math.Sqrt(second) : 0;
        var third = 1 - fertilityMigration * fertilityMigration - mixed * mixed;
        if (second < 0 || third < 0)
            throw new ArgumentException("The three correlations cannot hold together: their matrix is not positive definite.", nameof(options));
        return new[,] { { 1, 0, 0 }, { fertilityLife, Math.Sqrt(second), 0 }, { fertilityMigration, mixed, Math.Sqrt(third) } };
    }
}
