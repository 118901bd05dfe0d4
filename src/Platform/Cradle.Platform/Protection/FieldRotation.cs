using System.Data.Common;
using Cradle.Platform.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace Cradle.Platform.Protection;

/// <summary>
/// Seals and indexes every protected field with the newest key, a batch at a time. Stopped at any moment it goes on where it
/// was: what is sealed with the newest key already is left alone. A row that somebody changes meanwhile is left to the next run.
/// </summary>
public sealed class FieldRotation(PlatformDbContext database, FieldKeyRing ring)
{
    private const int Batch = 500;

    /// <summary>Runs through all columns.</summary>
    /// <param name="progress">Told the table, and how many of its values were sealed anew.</param>
    /// <param name="cancellationToken">Stops after the batch in hand.</param>
    /// <returns>How many values were sealed anew.</returns>
    public async Task<int> RunAsync(IProgress<(string Table, int Values)>? progress = null, CancellationToken cancellationToken = default)
    {
        var total = 0;
        foreach (var column in ProtectedColumns.Of(database.Model))
        {
            var (done, last) = (0, (Guid?)null);
            while (await BatchAsync(column, last, cancellationToken) is { Count: > 0 } rows)
            {
                last = rows[^1].Key;
                done += await SealAnewAsync(column, rows, cancellationToken);
                progress?.Report((column.Table, done));
            }

            total += done;
        }

        return total;
    }

    private async Task<List<(Guid Key, byte[] Value)>> BatchAsync(ProtectedColumn column, Guid? after, CancellationToken cancellationToken)
    {
        await database.Database.OpenConnectionAsync(cancellationToken);
        await using var select = Command(
            $"SELECT {column.Key}, {column.Column} FROM {column.Table} WHERE {column.Column} IS NOT NULL {(after is null ? "" : $"AND {column.Key} > @after")} ORDER BY {column.Key} LIMIT {Batch}", ("@after", after));
        await using var reader = await select.ExecuteReaderAsync(cancellationToken);
        var rows = new List<(Guid, byte[])>();
        while (await reader.ReadAsync(cancellationToken))
        {
            rows.Add((reader.GetGuid(0), (byte[])reader[1]));
        }

        return rows;
    }

    private async Task<int> SealAnewAsync(ProtectedColumn column, List<(Guid Key, byte[] Value)> rows, CancellationToken cancellationToken)
    {
        var key = ring.Current;
        await using var transaction = await database.Database.BeginTransactionAsync(cancellationToken);
        var changed = 0;
        foreach (var row in rows)
        {
            var old = new Sealed(row.Value);
            if (old.KeyId == key.Id)
            {
                continue;
            }

            var plain = FieldCipher.Open(ring.Find(old.KeyId), column.Field, row.Key, old);
            await using var update = Command(
                $"UPDATE {column.Table} SET {column.Column} = @value{(column.Index is null ? "" : $", {column.Index} = @index")} WHERE {column.Key} = @key AND {column.Column} = @old",
                ("@value", FieldCipher.Seal(key, column.Field, row.Key, plain).Bytes), ("@index", column.Index is null ? null : FieldVault.IndexOf(key, column.Field, plain)),
                ("@key", row.Key), ("@old", row.Value));
            changed += await update.ExecuteNonQueryAsync(cancellationToken);
        }

        await transaction.CommitAsync(cancellationToken);
        return changed;
    }

    // The names come from the model, never from outside.
    private DbCommand Command(string sql, params (string Name, object? Value)[] parameters)
    {
        var command = database.Database.GetDbConnection().CreateCommand();
        command.CommandText = sql;
        command.Transaction = database.Database.CurrentTransaction?.GetDbTransaction();
        foreach (var (name, value) in parameters.Where(parameter => parameter.Value is not null))
        {
            var parameter = command.CreateParameter();
            (parameter.ParameterName, parameter.Value) = (name, value);
            command.Parameters.Add(parameter);
        }

        return command;
    }
}
