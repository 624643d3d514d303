package org.clarion.actions;

import org.clarion.actions.campaign.Campaigns;
import org.clarion.actions.form.Homes;
import org.clarion.actions.form.Mends;
import org.clarion.messaging.MessagingAutoConfiguration;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.context.annotation.Import;

/** Gives a service with actions its copy of the campaigns, and what reads the forms of supporters. */
@AutoConfiguration(after = MessagingAutoConfiguration.class)
@Import({Campaigns.class, Homes.class, Mends.class})
public class ActionsAutoConfiguration {}
