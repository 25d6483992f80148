using Cohesion.Governance.Server.Commands;

return await CommandLine.Run(args);
